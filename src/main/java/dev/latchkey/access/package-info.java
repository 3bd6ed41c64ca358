/**
 * Who is calling, and what they may do.
 *
 * <p>Decided: the access token says who opened a session; the session, read on every request, says whether they still may. Because:
 * signing out, archiving or a changed role must work at once, on every node. Costs: one primary-key read a request.
 *
 * <p>Decided: the operator's key and the choice token are opaque, and each is looked at only where it opens something: below
 * {@code /v1/operator/} and at the one path that takes a choice token. Because: neither belongs to a session, and a key that were
 * recognised elsewhere could be guessed there. Costs: the endpoint that takes a choice token checks it itself.
 *
 * <p>Decided: a refresh token is reckoned from the session's seed, the number of refreshes so far and the installation's secret, and is
 * nowhere stored. Because: all tabs that refresh at once must get the same successor, and a stolen database must hold no token. Costs:
 * the row of the session is locked for each refresh.
 *
 * <p>Decided: a session that switches to another profile stays the same row, and keeps its end and its refresh token. Because: a link
 * opens one session for ever. Costs: access tokens of the former profile must be told from those of the new one by their subject.
 *
 * <p>Decided: a session belongs to the mailbox of its link, which a trigger writes into its row; whoever ends a client's sessions ends all of
 * the mailbox. Because: one that stands at another profile for a moment could come back. Costs: who shares the mailbox signs in once more.
 *
 * <p>Decided: an access token that was got with another one ends when that one does. Because: a stolen one could be renewed for as long as
 * the session lasts. Costs: a client who has just switched may have to refresh within seconds.
 *
 * <p>Decided: who comes with a token whose session has ended may still sign out of it, as the current one or by its id. Because: two clicks
 * are no mistake. Costs: at those addresses, and for DELETE alone, a token counts that counts nowhere else, of somebody who is nobody.
 */
@NullMarked
package dev.latchkey.access;

import org.jspecify.annotations.NullMarked;
