/**
 * What a signed-in client or staff member holds: the session, its refresh token and the access tokens issued for it.
 *
 * <p>Decided: a refresh token is derived from the session's seed, the number of refreshes so far and the installation's secret, and is stored
 * nowhere. Because: all tabs that refresh at once must get the same successor, and a stolen database must hold no token. Costs: each refresh locks
 * the session's row, and so does one with a forged token.
 *
 * <p>Decided: a session that switches to another profile stays the same row, and keeps its end and its refresh token. Because: a link opens one
 * session for ever. Costs: access tokens of the former profile are told from those of the new one by their subject.
 *
 * <p>Decided: a session belongs to the mailbox of its link, which a trigger writes into its row; ending a client's sessions ends all of the mailbox.
 * Because: one that stands at another profile for a moment could come back. Costs: other clients of the mailbox sign in once more.
 *
 * <p>Decided: an access token that was got with another one ends when that one does. Because: a stolen one could be renewed for as long as the
 * session lasts. Costs: a client who has just switched may have to refresh within seconds.
 */
@NullMarked
package dev.latchkey.sessions;

import org.jspecify.annotations.NullMarked;
