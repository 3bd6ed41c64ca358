/**
 * Work that is done after the answer, by any node: a {@link dev.latchkey.jobs.Job} and an id, stored with the cause of the work.
 *
 * <p>Decided: db-scheduler's table in our own database, written in the caller's transaction. Because: a cause and
 * its work are then committed together or not at all, and no other server has to run. Costs: one small update of that table per node
 * and second, and work may run twice: a node that was killed, or stood still for longer than four heartbeats, has its work taken over.
 *
 * <p>Decided: at most as many executions are picked as there are threads. Because: db-scheduler sends no heartbeat for what waits in
 * a node's queue, so another node would take it for dead. Costs: one more query per batch under load.
 *
 * <p>Decided: a job that has done what cannot be undone tries to record that until it succeeds ({@link dev.latchkey.jobs.OutcomeRecorder}), for
 * two minutes; and when the database is back, work whose heartbeats were missed is taken over only after seven seconds more. Because: an outage
 * just then would have it done twice, and while the database is away no node can take the job over. Costs: the job's thread waits meanwhile;
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
