/**
 * Who works at a clinic, how they come in, and how a clinic comes to be.
 *
 * <p>Decided: one address key signs in as one staff member in the whole installation. Because: signing in then needs an address and a password and
 * nothing else. Costs: who works at two clinics has an address at each.
 *
 * <p>Decided: a clinic is opened here and not in {@code clinics}. Because: it begins with its owner and the letter that invites them.
 * Costs: the operator's endpoints stand one package above the clinic.
 *
 * <p>Decided: nothing is counted against an e-mail alone. Wrong passwords count against it together with the address they come from; wrong
 * codes against the token that asked for them, and against the password that led to it. Because: who may use up a member's tries can
 * lock them out. Costs: many addresses may guess one password, each its ten times; what then stands in their way is the second factor.
 *
 * <p>Decided: a member without a second factor, whose clinic asks them for one, may enrol one and do nothing else, and everything once that
 * is done. Each request asks the clinic and the member as they are then. Because: a setting locks nobody out, and takes effect at once.
 * Costs: an owner who has none begins with their own.
 *
 * <p>Decided: a member who leaves is suspended and never deleted. Because: what they did stays theirs, and restoring them is one step.
 * Costs: their address may sign in at another clinic meanwhile, and then they cannot be restored here.
 *
 * <p>Decided: a second factor is made with TOTP and thirty lines over {@code javax.crypto.Mac}. Because: the standard is as long, and has
 * vectors to test it by. Costs: a page that imitates ours may pass on a code; passkeys would not allow that.
 */
@NullMarked
package dev.latchkey.staff;

import org.jspecify.annotations.NullMarked;
