package dev.latchkey.jobs;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Writes down what work has done in the world outside, which cannot be undone: if the database is away at that moment, the same work would
 * be done again when the database is back. No node can take it over while the database is away, so this node tries until it is back.
 */
@ApplicationScoped
public class OutcomeRecorder {

    private static final Logger LOG = Logger.getLogger(OutcomeRecorder.class);

    /** How long a server may take to come back, after a crash too. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** A part of the grace that a stop has after it has interrupted what is under way. */
    private static final Duration AT_A_STOP = Duration.ofMillis(1500);

    /** Shorter than four heartbeats, after which another node may believe that this one is dead. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** In a transaction of its own. Fails with the last reason when it has tried for too long; sooner on a node that is stopping. */
    public <T> T recordEventually(Callable<T> note) {
        var isStopping = false;
        var latest = System.nanoTime() + LONGEST.toNanos();
        try {
            while (true) {
                if (Thread.interrupted() && !isStopping) { // which is cleared, or there would be no connection
                    isStopping = true;
                    latest = System.nanoTime() + AT_A_STOP.toNanos();
                }
                try {
                    return QuarkusTransaction.requiringNew().call(note);
                } catch (RuntimeException e) {
                    if (System.nanoTime() - latest > 0) {
                        throw e;
                    }
                    LOG.infof(
                            "what was done could not be noted, and is tried again: %s",
                            e.getClass().getName());
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        } finally {
            if (isStopping) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
