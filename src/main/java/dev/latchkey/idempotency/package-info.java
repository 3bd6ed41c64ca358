/**
 * A request that is repeated with its {@code Idempotency-Key} gets the first answer.
 *
 * <p>Decided: a key is kept in the transaction of the act it names. Because: then neither can exist without the other, whenever we die. Costs: a
 * refused act leaves no trace and is judged again when it is repeated.
 *
 * <p>Decided: five operations take no key: asking for a link, redeeming one, choosing a profile, signing in as staff and accepting an invitation.
 * Because: a key belongs to a caller, and the caller has not signed in yet, and three of them answer with tokens, which are never stored. Costs: a
 * caller who loses such an answer asks for a new link, or signs in with the password.
 */
@NullMarked
package dev.latchkey.idempotency;

import org.jspecify.annotations.NullMarked;
