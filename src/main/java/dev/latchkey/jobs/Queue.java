package dev.latchkey.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Rows that wait to be worked off, in the table where they stand: a CDI bean of the feature that owns it. The table has the columns {@code due_at},
 * which is null for what does not wait, {@code claimed_by}, {@code attempts} and {@code urgent}; but for new rows they are written here alone.
 */
public interface Queue {

    /** How far the clocks of nodes may disagree with the database's. */
    Duration DISAGREEMENT = Duration.ofMinutes(1);

    /** Since when a new row is due, so that it is due at once: whatever this node's clock says, and in the order in which rows were made. */
    static Instant dueSince(Instant now) {
        return now.minus(DISAGREEMENT);
    }

    String table();

    /** The job that nodes of the version before store for each row, if they know such rows. What they leave behind joins the queue. */
    default Optional<String> formerJob() {
        return Optional.empty();
    }

    /** How many rows one worker takes at once. */
    int batchSize();

    /** How many workers of a node it has. They hold a connection to the database most of the time, unless they wait for something else. */
    default int workers(int most) {
        return Math.max(2, most / 4);
    }

    /**
     * Called without a transaction and without a request, for each row at least once and perhaps on two nodes. What it names, or was given when
     * it fails, is tried again later; the rest must not be due any more.
     */
    Rest work(List<UUID> ids);

    /**
     * What could not be worked off.
     *
     * @param failed is tried again later, after each attempt twice as long
     * @param untried is tried again at once, and has had no attempt
     */
    record Rest(List<UUID> failed, List<UUID> untried) {

        public static final Rest NONE = failed(List.of());

        public static Rest failed(List<UUID> ids) {
            return new Rest(ids, List.of());
        }
    }
}
