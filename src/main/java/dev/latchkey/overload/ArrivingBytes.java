package dev.latchkey.overload;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** What has come of all bodies that are on their way, which an eighth of the heap is for: many who send slowly would else fill it. */
@ApplicationScoped
class ArrivingBytes {

    private static final int SHARE = 8;

    private final RequestsAtOnce requests;
    private final AtomicLong held = new AtomicLong();
    private final long most = Runtime.getRuntime().maxMemory() / SHARE;

    ArrivingBytes(RequestsAtOnce requests) {
        this.requests = requests;
    }

    /** Whoever may must let go of them. */
    boolean mayHold(int bytes) {
        if (bytes == 0 || held.addAndGet(bytes) <= most) {
            return true;
        }
        held.addAndGet(-bytes);
        requests.countRefused();
        return false;
    }

    void letGo(int bytes) {
        held.addAndGet(-bytes);
    }
}
