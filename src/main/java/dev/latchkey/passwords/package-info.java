/**
 * A staff member's password: what it must not be, its hash, and how many wrong ones and how much hashing one caller may have.
 *
 * <p>Decided: strangers to an account have a hundred wrong passwords a day there, all together; a device token tells a browser that was in before,
 * which counts for itself alone (OWASP, device cookies). Because: tries per network are as many as a guesser has networks, and tries that everybody
 * shares could lock the member out. Costs: under attack a new browser gets in only by a reset that was mailed; and a
 * device token that the installation's secret no longer recognises is a stranger's.
 *
 * <p>Decided: wrong codes count against the token that asked for them, and against the password that led to it. Because: a thief of the
 * password would guess on with a new token. Costs: they can keep the member out of new browsers for a day, unless a new password is set.
 *
 * <p>Decided: Spring Security's encoder writes and reads the hashes (PHC string format), from a jar that needs nothing else of Spring. Because: a
 * format for secrets is no place for our own parser, and password4j keeps the memory of each cost for ever. Costs: two jars of 130 KB; the encoder
 * throws at half of a surrogate pair, and never asks to make a hash cheaper; we do both ourselves.
 */
@NullMarked
package dev.latchkey.passwords;

import org.jspecify.annotations.NullMarked;
