/**
 * Login links for many clients at once: who would get one, sending them, and what became of each.
 *
 * <p>Decided: a batch is a row for each client, and one of those that share a mailbox carries the letter; it waits in a queue
 * ({@link dev.latchkey.jobs.Queue}). A link is minted in the transaction that says so of its clients. Because: a node may die at any moment, and no
 * mailbox may be left out or written to twice. Costs: a letter is one transaction's share of fifty, and a row that is kept for 400 days.
 *
 * <p>Decided: when each letter is due is settled at the start, by the limit of the clinic; and who is reached when its turn comes. Because: links live
 * for 15 minutes, and the clinic's other letters and the mail server must bear it. Costs: of 2,000 letters, the last one leaves after two hours and a
 * half.
 *
 * <p>Decided: one batch of a clinic runs at a time, and who settles anything of it locks its row first. Because: its counts are then right at every moment,
 * and its end is seen by exactly one. Costs: nodes take turns at one clinic's batch.
 */
@NullMarked
package dev.latchkey.batches;

import org.jspecify.annotations.NullMarked;
