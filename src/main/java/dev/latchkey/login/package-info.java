/**
 * Signing in with a login link: redeeming it, choosing and switching the profile, and the client's sessions.
 *
 * <p>Decided: the session is inserted in the transaction that spends the link, under a unique key. Because: a link opens one session, and
 * clicks may be many and from several people. Costs: the answer is built while the link is locked.
 *
 * <p>Decided: redeeming and choosing lock the client's row first and that of the link or the choice second, as changing a client and ending
 * their sessions do. Because: a client who is archived or signed out at that very moment must not stay in, and neither side may wait for
 * the other. Costs: one more round trip to redeem.
 *
 * <p>Decided: the tries of a code are counted at the request that was answered with it, and not at the link. Because: a request is there for every
 * address, so a wrong code costs the same time whether the address is a client's or not. Costs: a right try counts too.
 *
 * <p>Decided: failed redemptions are counted before they are tried, and refunded if they succeed. Because: many guesses at once must not get past
 * the limit. Costs: two more small transactions for each redemption.
 */
@NullMarked
package dev.latchkey.login;

import org.jspecify.annotations.NullMarked;
