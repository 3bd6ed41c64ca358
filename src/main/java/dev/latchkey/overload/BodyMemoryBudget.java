package dev.latchkey.overload;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** The memory for request bodies that are still arriving: an eighth of the heap. Otherwise many slow senders could fill the heap. */
@ApplicationScoped
class BodyMemoryBudget {

    private static final int SHARE = 8;

    private final ConcurrencyLimit requests;
    private final AtomicLong held = new AtomicLong();
    private final long most = Runtime.getRuntime().maxMemory() / SHARE;

    BodyMemoryBudget(ConcurrencyLimit requests) {
        this.requests = requests;
    }

    /** A caller that got true must let go of them. */
    boolean tryReserve(int bytes) {
        if (bytes == 0 || held.addAndGet(bytes) <= most) {
            return true;
        }
        held.addAndGet(-bytes);
        requests.countRefused();
        return false;
    }

    void release(int bytes) {
        held.addAndGet(-bytes);
    }
}
