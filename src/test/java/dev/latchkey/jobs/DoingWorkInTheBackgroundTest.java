package dev.latchkey.jobs;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DoingWorkInTheBackgroundTest {

    private static final Duration A_WHILE = Duration.ofSeconds(1);

    @Inject
    BackgroundWork work;

    @Inject
    CountingJob job;

    @Inject
    Queues queues;

    @Inject
    DataSource dataSource;

    @Inject
    WorkSettings settings;

    @Inject
    TransactionSynchronizationRegistry transactions;

    private final UUID id = UUID.randomUUID();

    @Test
    void happens_after_the_commit_and_only_then() {
        QuarkusTransaction.begin();
        work.schedule(job, id);
        await().during(A_WHILE).until(() -> !job.done().contains(id));

        QuarkusTransaction.commit();

        await().until(() -> job.done().contains(id));
    }

    @Test
    void does_not_happen_after_a_rollback() {
        QuarkusTransaction.begin();
        work.schedule(job, id);

        QuarkusTransaction.rollback();

        await().during(A_WHILE).until(() -> !job.done().contains(id));
    }

    @Test
    void needs_a_transaction() {
        assertThatThrownBy(() -> work.schedule(job, id)).isInstanceOf(TransactionalException.class);
    }

    @Test
    void is_not_stored_twice() {
        assertThatThrownBy(() -> requiringNew().run(() -> {
                    work.schedule(job, id);
                    work.schedule(job, id);
                }))
                .hasRootCauseInstanceOf(SQLException.class);

        assertThat(waiting()).isZero();
    }

    @Test
    void happens_again_after_a_failure() {
        job.failOnceAt(id);

        requiringNew().run(() -> work.schedule(job, id));

        await().until(() -> job.done().contains(id));
        await().until(() -> waiting() == 0);
    }

    @Test
    void is_taken_over_from_a_node_that_died() {
        leaveBehind();

        await().until(() -> job.done().contains(id));
    }

    @Test
    void rests_before_it_is_taken_over_so_that_a_node_that_lives_can_note_what_it_did() {
        leaveBehind();

        await().until(() -> Database.count(
                        "select count(*) from scheduled_tasks where task_instance = ? and not picked"
                                + " and execution_time > now() + interval '1 second'",
                        id.toString())
                == 1);
    }

    private void leaveBehind() {
        Database.execute(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)"
                        + " values (?, ?, now(), true, 'a node that was killed', now() - interval '1 minute', 2)",
                job.name(),
                id.toString());
    }

    @Test
    void happens_once_however_many_nodes_there_are() {
        var other = new BackgroundWork(dataSource, List.of(job), List.of(), List.of(), queues, settings, transactions);
        other.start(new StartupEvent());
        var ids = Stream.generate(UUID::randomUUID).limit(200).toList();

        ids.forEach(each -> requiringNew().run(() -> (each.hashCode() % 2 == 0 ? work : other).schedule(job, each)));

        await().until(() -> job.done().containsAll(ids));
        assertThat(job.done()).doesNotHaveDuplicates();
        other.stop(new ShutdownEvent());
    }

    private long waiting() {
        return Database.count("select count(*) from scheduled_tasks where task_instance = ?", id.toString());
    }
}
