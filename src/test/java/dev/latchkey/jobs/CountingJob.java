package dev.latchkey.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the ids it was called with, and fails the first time for those it was told to. */
@ApplicationScoped
class CountingJob implements Job {

    private final List<UUID> done = new CopyOnWriteArrayList<>();
    private final Set<UUID> toFail = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return "counting";
    }

    @Override
    public void run(UUID id) {
        if (toFail.remove(id)) {
            throw new IllegalStateException("as told");
        }
        done.add(id);
    }

    void failOnceAt(UUID id) {
        toFail.add(id);
    }

    List<UUID> done() {
        return done;
    }
}
