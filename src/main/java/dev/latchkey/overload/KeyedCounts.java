package dev.latchkey.overload;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts how many of each key there are at this moment. */
final class KeyedCounts {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    /** A caller that got true must leave. */
    boolean tryAcquire(String key, int most) {
        if (counts.merge(key, 1, Integer::sum) <= most) {
            return true;
        }
        release(key);
        return false;
    }

    void release(String key) {
        counts.computeIfPresent(key, (name, count) -> count == 1 ? null : count - 1);
    }
}
