package dev.latchkey.overload;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * How many requests may hold a worker, or wait for one. More would only queue, until their callers have given up and ask again. A
 * request counts until its work is done, even if the caller no longer waits for the answer: the work is what there can be too much of. Only while
 * it waits for a turn (Bulkhead), of which few may, it leaves its place to another.
 */
@ApplicationScoped
public class ConcurrencyLimit {

    private static final ThreadLocal<ConcurrencyLimit> HELD = new ThreadLocal<>();

    private final AtomicInteger inFlight = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private final int most;

    ConcurrencyLimit(OverloadSettings settings) {
        this.most = settings.requestsAtOnce();
    }

    /** A caller that got true must leave. */
    boolean tryAcquire() {
        if (inFlight.incrementAndGet() <= most) {
            return true;
        }
        inFlight.decrementAndGet();
        countRefused();
        return false;
    }

    /** Of one that has entered, on the thread that does all of it. */
    void work(Runnable work) {
        HELD.set(this);
        try {
            work.run();
        } finally {
            HELD.remove();
            release();
        }
    }

    /** Leaves the place of this thread, if it has one, to another, and takes it again even if that makes one too many. */
    static boolean releaseWhile(BooleanSupplier waiting) {
        var held = HELD.get();
        if (held == null) {
            return waiting.getAsBoolean();
        }
        held.release();
        try {
            return waiting.getAsBoolean();
        } finally {
            held.inFlight.incrementAndGet();
        }
    }

    /** Also what was refused before it could ask for a worker. */
    void countRefused() {
        refused.increment();
    }

    private void release() {
        inFlight.decrementAndGet();
    }

    public int inFlight() {
        return inFlight.get();
    }

    /** Since the start. */
    public long refused() {
        return refused.sum();
    }
}
