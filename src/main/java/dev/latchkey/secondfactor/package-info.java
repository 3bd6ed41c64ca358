/**
 * A staff member's second factor: enrolling it, its codes, and showing both factors once more before an act that needs it.
 *
 * <p>Decided: a member without one, whose clinic asks for one, may enrol one and do nothing else until it is done; each request asks the clinic and
 * the member as they are then. Because: a setting locks no member out, and takes effect at once. Costs: an owner who has none begins with their own.
 *
 * <p>Decided: an owner's password is checked before the transaction of an act begins, and the code is spent within it. Because: no connection may wait for
 * hashing, and the act and its stored answer must be committed together. Costs: a caller who repeats a request shows the password once more.
 *
 * <p>Decided: TOTP, and thirty lines over {@code javax.crypto.Mac}. Because: the standard is as long, and has vectors to test it by. Costs: a page
 * that imitates ours may pass on a code; passkeys would not allow that.
 */
@NullMarked
package dev.latchkey.secondfactor;

import org.jspecify.annotations.NullMarked;
