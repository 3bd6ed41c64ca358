/**
 * Who works at a clinic, and how they come in.
 *
 * <p>Decided: one address key signs in as one staff member in the whole installation. Because: signing in then needs an address and a password and
 * nothing else. Costs: who works at two clinics has an address at each.
 *
 * <p>Decided: strangers to an account have a hundred wrong passwords a day there, all together; a browser that was in before is recognised
 * by a device token and counts nowhere but for itself (OWASP, device cookies). Because: tries per network alone are as many as a guesser
 * has networks, and tries that everybody shares can be used up to lock the member out. Costs: under attack a new browser gets in only by a
 * reset that was mailed; and a token that the installation's secret no longer recognises is a stranger's.
 *
 * <p>Decided: wrong codes count against the token that asked for them, and against the password that led to it. Because: whoever knows the
 * password would guess on with a new token. Costs: they can keep the member out of new browsers for a day, unless a new password is set.
 */
@NullMarked
package dev.latchkey.staff;

import org.jspecify.annotations.NullMarked;
