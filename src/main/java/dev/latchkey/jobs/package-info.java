/**
 * Work that is done after the answer, by any node: of rows that are due in their own table ({@link dev.latchkey.jobs.Queue}), of a
 * {@link dev.latchkey.jobs.Job} and an id that are stored with the cause of the work, and again and again ({@link dev.latchkey.jobs.RecurringJob}).
 *
 * <p>Decided: what there is much of is a queue of its own. A node claims rows in batches, says every few seconds that it lives, and is believed
 * dead after four of them are missing. Because: a table of jobs beside them costs three statements and two transactions a row, and a batch of fifty
 * letters pays for one greeting of the mail server. Costs: four columns and two indexes in each such table, and one small update per queue, node and 2.5
 * seconds.
 *
 * <p>Decided: the last worker of a node takes nothing but what is urgent. Because: a mail server that hangs, or a batch of thousands, must delay no
 * login. Costs: one worker in ten rests while there is nothing urgent.
 *
 * <p>Decided: what a batch did not come to, because one of its rows took all the time, is tried again at once.
 * Because: one letter at which the mail server hangs must not keep the forty-nine beside it. Costs: one more statement after such a batch; a server that
 * hangs at every letter is tried with one after the other.
 *
 * <p>Decided: what a node does not say any more that it works on rests for seven seconds before others may have it, and is that node's again if it
 * says so meanwhile. Because: it may only have found the database away, and have yet to note what it did. Costs: what a dead node had begun comes
 * twenty seconds later.
 *
 * <p>Decided: for the rest, db-scheduler's table in our own database, written in the caller's transaction. Because: a cause and
 * its work are then committed together or not at all, and no other server has to run. Costs: one small update of that table per node
 * and second, and work may run twice: a node that was killed, or stood still for longer than four heartbeats, has its work taken over.
 *
 * <p>Decided: at most as many executions are picked as there are threads. Because: db-scheduler sends no heartbeat for what waits in
 * a node's queue, so another node would take it for dead. Costs: one more query per batch under load.
 *
 * <p>Decided: work that has done what cannot be undone tries to record that until it succeeds ({@link dev.latchkey.jobs.OutcomeRecorder}), for
 * two minutes; and when the database is back, work whose heartbeats were missed is taken over only after seven seconds more. Because: an outage
 * just then would have it done twice, and while the database is away no node can take it over. Costs: its thread waits meanwhile;
 * what a dead node had begun comes seven seconds later; a server that is away for longer, or a node that is stopped before it is back, still
 * leaves a duplicate.
 *
 * <p>Decided: db-scheduler keeps time by the machine's own clock, not by the application's. Because: heartbeats are about the
 * machine. Costs: clocks of nodes must agree to within a few seconds (NTP).
 *
 * <p>Decided: what lets people in, and what was mailed, is forgotten after 400 days, a few hundred rows at a time, each feature's rows by itself
 * ({@link dev.latchkey.jobs.Retention}); the audit trail is not. Because: a clinic looks back a year and not for ever, while what happened must
 * stay provable. Costs: what another feature's rows name is kept up to an hour longer; the trail grows by about 600 bytes an event.
 */
@NullMarked
package dev.latchkey.jobs;

import org.jspecify.annotations.NullMarked;
