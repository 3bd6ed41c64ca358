package dev.latchkey.jobs;

import java.time.Duration;
import java.time.Instant;

/** What a feature keeps for as long as a clinic looks back, and no longer: a CDI bean that deletes the rows of one feature. */
public interface Retention {

    /** How much longer than others it is kept. What other rows name must outlive them, and is forgotten after them. */
    default Duration extra() {
        return Duration.ZERO;
    }

    /** Called in a transaction of its own, until there is nothing left. Says how many it deleted, at most as many as it may. */
    int forget(Instant before, int atMost);
}
