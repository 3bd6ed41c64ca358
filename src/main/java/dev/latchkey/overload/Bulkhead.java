package dev.latchkey.overload;

import dev.latchkey.http.WebReason;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A limit of concurrent calls to one resource. Callers wait in turn, and one who waits too long gets a 503. */
public final class Bulkhead {

    private static final Duration VERY_SHORTLY = Duration.ofSeconds(1);

    private final Semaphore free;
    private final Duration patience;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int mostWaiting;

    /** Those who wait hold a thread each, on top of the places that there are for all requests (quarkus.thread-pool.max-threads). */
    public Bulkhead(int atOnce, Duration patience, int mostWaiting) {
        this.free = new Semaphore(atOnce, true);
        this.patience = patience;
        this.mostWaiting = mostWaiting;
    }

    public Permit acquire() {
        if (!tryAcquire(Duration.ZERO) && !tryAcquireAfterWaiting()) {
            throw WebReason.UNAVAILABLE.refusal(patience);
        }
        return free::release;
    }

    int waiting() {
        return waiting.get();
    }

    private boolean tryAcquireAfterWaiting() {
        try {
            if (waiting.incrementAndGet() > mostWaiting) {
                throw WebReason.OVERLOADED.refusal(VERY_SHORTLY);
            }
            return ConcurrencyLimit.releaseWhile(() -> tryAcquire(patience));
        } finally {
            waiting.decrementAndGet();
        }
    }

    private boolean tryAcquire(Duration patience) {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Until it is closed. */
    public interface Permit extends AutoCloseable {

        @Override
        void close();
    }
}
