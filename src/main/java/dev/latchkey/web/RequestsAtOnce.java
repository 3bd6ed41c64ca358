package dev.latchkey.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many requests may hold a worker, or wait for one. More would only queue, until whoever sent them has given up and asks again. A
 * request counts until its work is done, even if nobody waits for the answer any more: it is the work that there can be too much of.
 */
@ApplicationScoped
public class RequestsAtOnce {

    private final AtomicInteger inFlight = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private final int most;

    RequestsAtOnce(WebSettings settings) {
        this.most = settings.requestsAtOnce();
    }

    /** Whoever may must leave. */
    boolean mayEnter() {
        if (inFlight.incrementAndGet() <= most) {
            return true;
        }
        inFlight.decrementAndGet();
        countRefused();
        return false;
    }

    /** Also what was refused before it could ask for a worker. */
    void countRefused() {
        refused.increment();
    }

    void leave() {
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
