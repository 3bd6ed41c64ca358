package dev.latchkey.jobs;

import dev.latchkey.framework.DatabaseTrouble;
import dev.latchkey.jobs.Queue.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** How a queue works whose rows have nothing to do with each other: one that fails keeps no other from being worked off. */
public final class OneByOne {

    private static final Logger LOG = Logger.getLogger(OneByOne.class);

    private OneByOne() {}

    /** What a node that stops does not come to is left untried. */
    public static Rest work(Queue queue, List<UUID> ids, Consumer<UUID> work) {
        var failed = new ArrayList<UUID>();
        for (var i = 0; i < ids.size(); i++) {
            if (Thread.currentThread().isInterrupted()) {
                return new Rest(failed, ids.subList(i, ids.size()));
            }
            if (!succeeds(queue, ids.get(i), work)) {
                failed.add(ids.get(i));
            }
        }
        return Rest.failed(failed);
    }

    private static boolean succeeds(Queue queue, UUID id, Consumer<UUID> work) {
        try {
            work.accept(id);
            return true;
        } catch (RuntimeException e) {
            DatabaseTrouble.behind(e)
                    .ifPresentOrElse(
                            busy -> LOG.infof(
                                    "%s %s is tried again: SQL state %s", queue.table(), id, busy.getSQLState()),
                            () -> LOG.errorf(e, "%s %s failed and is tried again", queue.table(), id));
        }
        return false;
    }
}
