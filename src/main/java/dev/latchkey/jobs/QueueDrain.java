package dev.latchkey.jobs;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.latchkey.framework.DatabaseTrouble;
import dev.latchkey.jobs.Queue.Rest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Takes what is due of one queue, batch after batch, as long as there are workers. The last one is kept for what is urgent. */
final class QueueDrain {

    private static final Logger LOG = Logger.getLogger(QueueDrain.class);
    private static final int MISSED_HEARTBEATS = 4;

    private final Queue queue;
    private final QueueTable table;
    private final WorkSettings settings;
    private final Duration lease;
    private final int workerCount;
    private final Semaphore free;
    private final Semaphore signals = new Semaphore(0);
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor workers;
    private final Thread taker;
    private final AtomicBoolean isTroubled = new AtomicBoolean();
    private volatile boolean stopping;

    QueueDrain(Queue queue, QueueTable table, WorkSettings settings) {
        this.queue = queue;
        this.table = table;
        this.settings = settings;
        this.lease = settings.heartbeat().multipliedBy(MISSED_HEARTBEATS);
        this.workerCount = queue.workers(settings.threads());
        this.free = new Semaphore(workerCount);
        this.workers = (ThreadPoolExecutor) Executors.newFixedThreadPool(
                workerCount, work -> new Thread(work, "queue-" + queue.table() + "-worker"));
        this.taker = new Thread(this::takeAll, "queue-" + queue.table());
    }

    void start() {
        workers.prestartAllCoreThreads();
        taker.start();
    }

    /** Something may be due. */
    void wake() {
        signals.release();
    }

    private void takeAll() {
        try {
            while (!stopping) {
                free.acquire();
                signals.drainPermits();
                if (!takeOnce()) {
                    free.release();
                    signals.tryAcquire(settings.pollInterval().toMillis(), MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a worker has something to do now. */
    private boolean takeOnce() {
        var ids = new ArrayList<UUID>();
        try {
            ids.addAll(claim());
            if (!ids.isEmpty() && !stopping) {
                underWay.addAll(ids);
                workers.execute(() -> work(ids));
                return true;
            }
        } catch (Throwable e) { // an Error, too, must not end what takes all
            complain(e);
        }
        var wasInterrupted = Thread.interrupted();
        ids.forEach(underWay::remove);
        giveBack(new Rest(List.of(), ids));
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Less what a worker of this node has not yet given back, though the database takes it for dead. */
    private List<UUID> claim() {
        var isLastWorker = free.availablePermits() == 0 && workerCount > 1;
        var ids = table.claim(queue.batchSize(), !isLastWorker, lease);
        if (isTroubled.getAndSet(false)) {
            LOG.infof("%s is worked off again", queue.table());
        }
        return ids.stream().filter(id -> !underWay.contains(id)).toList();
    }

    private void work(List<UUID> ids) {
        var rest = Rest.failed(ids);
        try {
            rest = queue.work(ids);
        } catch (Throwable e) { // or its rows would be this node's for ever
            tell(e, ids.size());
        }
        var wasInterrupted = Thread.interrupted(); // or there would be no connection
        ids.forEach(underWay::remove); // first, for the taker may claim them as soon as they are given back
        giveBack(rest);
        free.release();
        wake();
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Throwable failure, int rows) {
        DatabaseTrouble.behind(failure)
                .ifPresentOrElse(
                        busy -> LOG.infof(
                                "%d of %s are tried again: SQL state %s", rows, queue.table(), busy.getSQLState()),
                        () -> LOG.errorf(failure, "%d of %s failed and are tried again", rows, queue.table()));
    }

    private void giveBack(Rest rest) {
        try {
            if (!rest.failed().isEmpty()) {
                table.postpone(rest.failed(), settings.firstRetry(), settings.longestRetry());
                LOG.infof("%d of %s are tried again later", rest.failed().size(), queue.table());
            }
            if (!rest.untried().isEmpty()) {
                table.release(rest.untried());
            }
        } catch (Throwable e) { // they are taken up again when their lease has ended
            complain(e);
        }
    }

    /** Says that this node lives, and frees what nodes have claimed that do not say so any more. */
    void beat() {
        try {
            var ids = Set.copyOf(underWay);
            if (!ids.isEmpty()) {
                table.extend(ids, lease);
            }
            var revived = table.revive(settings.revivalDelay());
            if (revived > 0) {
                LOG.infof(
                        "%d of %s rest, or are tried again: their node does not say that it lives",
                        revived, queue.table());
            }
        } catch (Throwable e) { // it would be the last heartbeat
            complain(e);
        }
    }

    /** Once, until it works again. */
    private void complain(Throwable failure) {
        if (!stopping && !isTroubled.getAndSet(true)) {
            var state = failure.getCause() instanceof SQLException sql ? ", SQL state " + sql.getSQLState() : "";
            LOG.warnf("%s cannot be worked off, and is tried again and again: %s%s", queue.table(), failure, state);
        }
    }

    void adopt(UUID id) {
        table.adopt(id);
        wake();
    }

    void beginToStop() {
        stopping = true;
        taker.interrupt();
    }

    /** Until what is under way has ended, but no longer than to this {@link System#nanoTime()}. */
    void awaitEnd(long latest) {
        try {
            taker.join(Math.max(1, NANOSECONDS.toMillis(latest - System.nanoTime())));
            workers.shutdown();
            if (!workers.awaitTermination(latest - System.nanoTime(), NANOSECONDS)) {
                LOG.debugf("%s is still worked off", queue.table());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void interrupt() {
        workers.shutdownNow();
    }
}
