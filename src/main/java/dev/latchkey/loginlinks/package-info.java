/**
 * Requesting a login link, sending one, and what becomes of it.
 *
 * <p>Decided: asking writes a request and is answered at once, the same for every address; a worker finds out whose it is. Because: neither the
 * answer nor its time may tell who is a client. Costs: the letter comes a moment later.
 *
 * <p>Decided: one conditional update spends a link and reads the clock of the database. Because: of any number of clicks on any number of nodes
 * exactly one may win. Costs: that rule is written in SQL, not on the entity.
 *
 * <p>Decided: minting takes a lock on the address for the length of its transaction. Because: two mints at once must leave one live link, and
 * neither may fail. Costs: requests for one address wait for each other.
 *
 * <p>Decided: the typed address is kept sealed until the request is answered, and then only as a keyed hash. Because: strangers' addresses are none
 * of our business. Costs: what was typed cannot be looked up.
 */
@NullMarked
package dev.latchkey.loginlinks;

import org.jspecify.annotations.NullMarked;
