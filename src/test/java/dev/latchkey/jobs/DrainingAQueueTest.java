package dev.latchkey.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Portal;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DrainingAQueueTest {

    @Inject
    DataSource dataSource;

    @Inject
    @All
    List<Queue> queues;

    @Inject
    WorkSettings settings;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Test
    void answers_each_request_once_however_many_nodes_there_are() {
        var other = new Queues(dataSource, queues, settings, transactions);
        other.start(new StartupEvent());
        var clinic = Portal.clinic();
        var clients = Stream.generate(() -> clinic.client("Mia")).limit(60).toList();

        clients.parallelStream()
                .forEach(client -> client.asksForALoginLink().then().statusCode(202));

        assertThat(clients).allSatisfy(client -> Mailbox.newestTo(client.email()));
        await().until(() -> waiting() == 0);
        assertThat(clients).allSatisfy(client -> assertThat(Mailbox.lettersTo(client.email()))
                .hasSize(1));
        other.stop(new ShutdownEvent());
    }

    private static long waiting() {
        return Database.count("select (select count(*) from letter where due_at is not null)"
                + " + (select count(*) from login_request where due_at is not null)");
    }
}
