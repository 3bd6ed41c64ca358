package dev.latchkey.loginlinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.jobs.BackgroundWork;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnsweringManyRequestsTest {

    private static final List<Logger> FAILURES = List.of(
            Logger.getLogger(BackgroundWork.class.getPackageName()),
            Logger.getLogger(AnsweringRequest.class.getName()));

    private final Failures failures = new Failures();

    @BeforeEach
    void listen() {
        FAILURES.forEach(log -> log.addHandler(failures));
    }

    @AfterEach
    void stop_listening() {
        FAILURES.forEach(log -> log.removeHandler(failures));
    }

    /** Those in strangers' names share two buckets, which are empty again and again. */
    @Test
    void at_once_delays_no_one() throws Exception {
        var clinic = Portal.clinic();
        Callable<Response> ask = () -> Person.stranger()
                .post(
                        Api.PORTALS + "/" + clinic.slug() + "/login-links",
                        Map.of("email", Portal.anAddress("stranger")));

        for (var n = 0; n < 5; n++) {
            Together.all(IntStream.range(0, 20).mapToObj(any -> ask).toList());
            await().until(() -> Database.count(
                            "select count(*) from login_request r join clinic c on c.id = r.clinic_id"
                                    + " where c.slug = ? and outcome is null",
                            clinic.slug())
                    == 0);
            Database.execute("update rate_limit set tat = tat - interval '1 day'");
        }

        assertThat(failures.messages).isEmpty();
    }

    private static final class Failures extends Handler {

        private final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord failure) {
            messages.add(failure.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
