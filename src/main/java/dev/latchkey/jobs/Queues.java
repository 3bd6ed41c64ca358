package dev.latchkey.jobs;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;

/** Works off every {@link Queue}, beside all other nodes. */
@ApplicationScoped
public class Queues {

    /** But after their work has been told to come to an end: nothing must be claimed meanwhile that is not worked off. */
    private static final int BEFORE_THE_REST = 2;

    private final Map<String, QueueDrain> drains;
    private final WorkSettings settings;
    private final TransactionSynchronizationRegistry transactions;
    private final ScheduledExecutorService hearts;

    Queues(
            DataSource database,
            @All List<Queue> queues,
            WorkSettings settings,
            TransactionSynchronizationRegistry transactions) {
        var node = UUID.randomUUID();
        this.drains = queues.stream()
                .collect(toUnmodifiableMap(
                        Queue::table,
                        queue -> new QueueDrain(queue, new QueueTable(database, queue.table(), node), settings)));
        this.hearts = Executors.newScheduledThreadPool(drains.size(), work -> new Thread(work, "queue-heartbeat"));
        this.settings = settings;
        this.transactions = transactions;
    }

    /** For a row that is due, in the transaction that makes it: a node takes it soon after the commit. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void wake(Queue queue) {
        transactions.registerInterposedSynchronization(new AfterCommit(drain(queue)::wake));
    }

    /** What a node of the version before has left behind. */
    void adopt(Queue queue, UUID id) {
        drain(queue).adopt(id);
    }

    private QueueDrain drain(Queue queue) {
        return Objects.requireNonNull(drains.get(queue.table()));
    }

    /** Last, for a node that refuses to start must not have begun any work. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        var pause = settings.heartbeat().toMillis();
        for (var drain : drains.values()) {
            drain.start();
            hearts.scheduleWithFixedDelay(drain::beat, pause, pause, MILLISECONDS);
        }
    }

    /** What is under way may end, and is interrupted if it does not. */
    void stop(@Observes @Priority(BEFORE_THE_REST) ShutdownEvent event) {
        drains.values().forEach(QueueDrain::beginToStop);
        awaitEnd();
        drains.values().forEach(QueueDrain::interrupt);
        awaitEnd();
        hearts.shutdownNow();
    }

    private void awaitEnd() {
        var latest = System.nanoTime() + settings.shutdownGrace().toNanos();
        drains.values().forEach(drain -> drain.awaitEnd(latest));
    }
}
