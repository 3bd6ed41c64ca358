/**
 * How a staff member signs in, stays signed in, and sets another password.
 *
 * <p>Decided: a password is checked and hashed outside of any transaction, and whether it is still the member's is asked again inside. Because:
 * hashing takes long, and must not hold a connection meanwhile. Costs: of two changes at once the second is refused.
 */
@NullMarked
package dev.latchkey.staffsignin;

import org.jspecify.annotations.NullMarked;
