/**
 * What happened and who did it: a trail that is only added to, and chained by hashes.
 *
 * <p>Decided: an event is inserted in the transaction of its act; where a refusal rolls back, in a transaction of its own. Because: neither the act
 * nor its record may be there alone. Costs: an insert for each step, and no login while nothing can be recorded.
 *
 * <p>Decided: what staff read of one client is recorded after the reading and before the answer. Because: the clinic could not account for what was shown
 * otherwise. Costs: an insert and a commit for each, and nothing to read while nothing can be recorded.
 *
 * <p>Decided: a change is recorded with the names of the members that differ between the record's answers before and after it. Because: one rule fits
 * every kind of record, and no value is recorded. Costs: members that follow from others, such as {@code displayName}, are named too.
 *
 * <p>Decided: a recurring job chains events afterwards, in the database, one chain for each clinic. Because: a writer must not wait
 * for another who writes for the same clinic, and a transaction may commit late. Costs: an event is protected by the chain only after a few
 * seconds, and its order there is that of sealing.
 *
 * <p>Decided: the chain is a plain SHA-256, computed by SQL. Because: it can be verified for ever with nothing but the database, even if
 * the installation's secret is lost. Costs: an intruder who can write everything can make a new chain, or cut the newest events off with
 * their seals; only a head that was noted elsewhere shows that.
 *
 * <p>Decided: audit events lie in partitions by the year of their id. Because: the trail is never deleted from, and what is written and read must
 * stay small. Costs: a recurring job makes the next partition, no foreign key joins an event and its seal, and one partition takes ids of any other
 * time.
 */
@NullMarked
package dev.latchkey.audit;

import org.jspecify.annotations.NullMarked;
