package dev.latchkey.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** So many at once, for what would else take all there is; whoever came first is next, and whoever waits too long comes back later. */
public final class Turns {

    private final Semaphore free;
    private final Duration patience;

    public Turns(int atOnce, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    public Turn take() {
        if (!isOurs()) {
            throw WebReason.UNAVAILABLE.refusal(patience);
        }
        return free::release;
    }

    private boolean isOurs() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Until it is closed. */
    public interface Turn extends AutoCloseable {

        @Override
        void close();
    }
}
