package dev.latchkey.jobs;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Writes down what a job has done in the world outside, which cannot be undone: if the database is away at that moment, the same job would
 * do it again when the database is back. No node can take the job over while it is away, so this node tries until it is back.
 */
@ApplicationScoped
public class OutcomeRecorder {

    private static final Logger LOG = Logger.getLogger(OutcomeRecorder.class);

    /** How long a server may take to come back, after a crash too. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Shorter than four heartbeats, after which another node may believe that this one is dead. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** In a transaction of its own. Fails with the last reason when it has tried for too long, or the node is stopping. */
    public <T> T recordEventually(Callable<T> note) {
        var begun = System.nanoTime();
        while (true) {
            try {
                return QuarkusTransaction.requiringNew().call(note);
            } catch (RuntimeException e) {
                if (System.nanoTime() - begun > LONGEST.toNanos()
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.infof(
                        "what a job has done could not be noted, and is tried again: %s",
                        e.getClass().getName());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
