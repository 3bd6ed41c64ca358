/**
 * Getting in without a password.
 *
 * <p>Decided: a link is spent by one conditional update that also reads the clock of the database, and the session is inserted in the
 * same transaction under a unique key. Because: of any number of clicks on any number of nodes exactly one may win. Costs: that rule is
 * written in SQL, not on the entity.
 *
 * <p>Decided: asking writes a request and is answered at once, the same for every address; a worker finds out whose it is. Because:
 * neither the answer nor its time may tell who is a client. Costs: the letter comes a moment later.
 *
 * <p>Decided: minting takes a lock on the address for the length of its transaction. Because: two mints at once must leave one live link,
 * and neither may fail. Costs: asks for one address wait for each other.
 *
 * <p>Decided: the typed address is kept sealed until the request is answered, and then only as a keyed hash. Because: strangers' addresses
 * are none of our business. Costs: nobody can look up what was typed.
 *
 * <p>Decided: redeeming and choosing lock the client's row first and that of the link or the choice second, as changing a client and ending
 * their sessions do. Because: who is archived or put out at that very moment must not stay in, and neither side may wait for the other. Costs:
 * one more round trip to redeem.
 *
 * <p>Decided: the tries of a code are counted at the request that was answered with it, and not at the link. Because: a request is there
 * for every address, so that a wrong code costs the same time whether anybody is known there or not. Costs: a right try counts too.
 *
 * <p>Decided: failed redemptions are counted before they are tried, and forgiven if they succeed. Because: many guesses at once must not
 * get past the limit. Costs: two more small transactions for each redemption.
 *
 * <p>Decided: links, requests, letters and sessions are forgotten after 400 days, a few hundred rows at a time; the audit trail is not.
 * Because: a clinic looks back a year and not for ever, while what happened must stay provable. Costs: the trail grows by about 600 bytes an
 * event for as long as the installation lives.
 */
@NullMarked
package dev.latchkey.login;

import org.jspecify.annotations.NullMarked;
