package dev.latchkey.overload;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Wire;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SendingABodySlowlyTest {

    private static final int MORE_THAN_THERE_ARE_WORKERS = 250;
    private static final Duration PROMPTLY = Duration.ofSeconds(5);
    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data; boundary=b";
    private static final String PART =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nx";

    private final List<Wire> wires = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (var wire : wires) {
            wire.close();
        }
    }

    @Test
    void keeps_no_other_caller_waiting() throws IOException {
        for (var i = 0; i < MORE_THAN_THERE_ARE_WORKERS; i++) {
            wires.add(Wire.halfSent(Api.SESSIONS, JSON, "{\"token\": "));
        }

        assertTimeout(
                PROMPTLY, () -> assertRefused(Person.stranger().get(Api.PORTALS + "/unknown"), 404, "portal-unknown"));
    }

    @Test
    void keeps_no_other_caller_waiting_while_files_arrive() throws IOException {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia");
        var path = Api.CLIENTS + "/" + mia.id() + "/files";
        for (var i = 0; i < MORE_THAN_THERE_ARE_WORKERS; i++) {
            wires.add(Wire.halfSent(path, FORM, PART, authorization(clinic.owner())));
        }

        assertTimeout(PROMPTLY, () -> clinic.owner().get(Api.STAFF_ME).then().statusCode(200));
        assertThat(wires.get(MORE_THAN_THERE_ARE_WORKERS - 1).hears())
                .startsWith("HTTP/1.1 ")
                .containsAnyOf("\"too-many-uploads\"", "\"overloaded\"");
        hangUp();
        await().until(() ->
                clinic.owner().uploads(mia, "a.txt", new byte[] {1}, false).statusCode() == 201);
    }

    @Test
    void is_waited_for_only_so_long() throws IOException {
        wires.add(Wire.halfSent(Api.SESSIONS, JSON, "{\"token\": "));

        assertThat(wires.get(0).hears())
                .startsWith("HTTP/1.1 408 ")
                .contains("\r\nX-Request-Id: ")
                .containsIgnoringCase("\r\nContent-Type: application/problem+json")
                .contains("\"code\":\"request-timeout\"")
                .doesNotContain("seconds"); // the operator settles how many
        assertThat(wires.get(0).isCutOff()).isTrue();
    }

    /** A byte every now and then would hold a worker all day. */
    @Test
    void is_waited_for_only_as_long_as_a_file_comes_at_some_rate() throws IOException {
        var clinic = Portal.clinic();
        var failures = new Failures();
        Logger.getLogger("").addHandler(failures);
        try {
            var path = Api.CLIENTS + "/" + clinic.client("Mia").id() + "/files";
            wires.add(Wire.halfSent(path, FORM, PART, authorization(clinic.owner())));

            assertThat(wires.get(0).hears()).isEmpty();
            assertThat(wires.get(0).isCutOff()).isTrue();
            await().during(Duration.ofMillis(500)).until(failures.logged::isEmpty);
        } finally {
            Logger.getLogger("").removeHandler(failures);
        }
    }

    @Test
    void is_worth_nothing_once_its_sender_is_put_out() throws IOException {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia");
        var member = clinic.staff("receptionist");
        var path = Api.CLIENTS + "/" + mia.id() + "/files";
        var end = "\r\n--b--\r\n";
        var wire = Wire.halfSent(path, FORM, PART, authorization(member));
        wires.add(wire);
        member.get(path).then().statusCode(200); // by when the first half has arrived

        clinic.owner()
                .sends("PUT", Api.MEMBERS + "/" + member.id() + "/suspension", null, Map.of())
                .then()
                .statusCode(200);
        wire.sends("x".repeat(60_000 - PART.length() - end.length()) + end);

        assertThat(wire.hears()).startsWith("HTTP/1.1 401 ").contains("\"session-ended\"");
        clinic.owner().get(path).then().body("items", hasSize(0));
    }

    @Test
    void is_read_no_further_than_64_KiB() throws IOException {
        wires.add(Wire.open()
                .sends("POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"));
        for (var i = 0; i < 9; i++) {
            wires.get(0).sends("2000\r\n" + " ".repeat(0x2000) + "\r\n");
        }

        assertThat(wires.get(0).hears()).startsWith("HTTP/1.1 413 ").contains("\"code\":\"body-too-large\"");
        assertThat(wires.get(0).isCutOff()).isTrue();
    }

    @Test
    void is_asked_to_go_on_when_it_waits_for_our_word() throws IOException {
        wires.add(Wire.open()
                .sends("POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n{}"));

        assertThat(wires.get(0).hears())
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400 ")
                .contains("\"code\":\"invalid-request\"");
    }

    @Test
    void is_no_failure_of_ours_when_it_breaks_off() throws IOException {
        var clinic = Portal.clinic();
        var path = Api.CLIENTS + "/" + clinic.client("Mia").id() + "/files";
        var failures = new Failures();
        Logger.getLogger("").addHandler(failures);
        try {
            Wire.halfSent(Api.SESSIONS, JSON, "{\"token\": ").close();
            Wire.halfSent(path, FORM, PART, authorization(clinic.owner())).close();

            await().during(Duration.ofSeconds(1)).until(failures.logged::isEmpty);
        } finally {
            Logger.getLogger("").removeHandler(failures);
        }
    }

    private static String authorization(Person person) {
        return "Authorization: Bearer " + person.token() + "\r\n";
    }

    private static class Failures extends Handler {

        private final List<String> logged = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord message) {
            if (message.getLevel().intValue() >= Level.WARNING.intValue()) {
                logged.add(message.getMessage() + message.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
