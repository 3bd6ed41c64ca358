package dev.latchkey.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
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
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Stores work with its cause, and does what this node or another one stored. */
@ApplicationScoped
public class BackgroundWork {

    private static final int MISSED_HEARTBEATS = 4; // the fewest db-scheduler allows

    private final Scheduler scheduler;
    private final TransactionSynchronizationRegistry transactions;

    BackgroundWork(
            DataSource dataSource,
            @All List<Job> jobs,
            @All List<RecurringJob> routines,
            @All List<Queue> queues,
            Queues draining,
            WorkSettings settings,
            TransactionSynchronizationRegistry transactions) {
        var backoff = new Backoff(settings.firstRetry(), settings.longestRetry());
        var revival = new DelayedRevival(settings.revivalDelay());
        this.scheduler = Scheduler.create(
                        dataSource,
                        Stream.concat(
                                        jobs.stream().map(job -> task(job.name(), job::run, backoff, revival)),
                                        queues.stream().flatMap(queue -> queue.formerJob().stream()
                                                .map(name ->
                                                        task(name, id -> draining.adopt(queue, id), backoff, revival))))
                                .toList())
                .startTasks(
                        routines.stream().map(routine -> task(routine, backoff)).toList())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .threads(settings.threads())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(settings.pollInterval())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(settings.shutdownGrace())
                .failureLogging(LogLevel.OFF, false) // Backoff does it
                .build();
        this.transactions = transactions;
    }

    private static Task<?> task(String name, Consumer<UUID> work, Backoff backoff, DelayedRevival revival) {
        return Tasks.oneTime(name)
                .onFailure(backoff)
                .onDeadExecution(revival)
                .execute((instance, context) -> work.accept(UUID.fromString(instance.getId())));
    }

    private static RecurringTask<Void> task(RecurringJob routine, Backoff backoff) {
        return Tasks.recurring(routine.name(), FixedDelay.of(routine.pause()))
                .onFailure(backoff)
                .execute((instance, context) -> routine.run());
    }

    /**
     * Stores that the job is to be done for the id, in the caller's transaction; soon after its commit some node does it. The id is
     * that of a record just made: one that is stored already for this job, running or waiting, is refused.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void schedule(Job job, UUID id) {
        // Alone, it would first ask the database whether it is there.
        scheduler.scheduleBatch(
                List.of(SchedulableInstance.of(new TaskInstance<>(job.name(), id.toString()), now -> now)));
        transactions.registerInterposedSynchronization(new AfterCommit(scheduler::triggerCheckForDueExecutions));
    }

    /** Last, for a node that refuses to start must not have begun any. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent event) {
        scheduler.stop();
    }
}
