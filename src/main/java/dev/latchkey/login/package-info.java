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
 * <p>Decided: a clinic's second question is asked within the profile choice, also where there is one profile to choose. Because: the choice has a
 * token, a time, tries that the database counts, and an end that staff can bring about. Costs: the link is spent before the answer is right.
 *
 * <p>Decided: a client without a date of birth on record is not asked. Because: no answer of theirs could be right, and the desk alone could let
 * them in. Costs: the question guards no record that the clinic has left without one.
 *
 * <p>Decided: no session is switched to a profile that is asked a question; a new link leads there. Because: who knows one person's birthday need not
 * be another. Costs: a family that shares a mailbox follows a link for each of its members.
 *
 * <p>Decided: the tries of a code are counted at the request that was answered with it, and not at the link. Because: a request is there for every
 * address, so a wrong code costs the same time whether the address is a client's or not. Costs: a right try counts too.
 *
 * <p>Decided: wrong codes are counted before they are tried, and refunded if they were right; wrong tokens are counted once they failed, and a right
 * one is let in however many were wrong. Because: six digits can be guessed and 256 bits cannot, and who shares an address with a guesser must
 * get in. Costs: two rules for one limit; and a wrong token holds the rows of its networks until it is on record, for which a code from the same
 * networks waits.
 */
@NullMarked
package dev.latchkey.login;

import org.jspecify.annotations.NullMarked;
