package dev.latchkey.web;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeepingPeopleOutOfTheLogTest {

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord message) {
            logged.add(message.getMessage() + Arrays.toString(message.getParameters()) + message.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(listener);
    }

    @Test
    void hides_addresses_that_are_taken_and_links_that_are_followed() {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia").signsIn();
        var colleague = Map.of("displayName", "Sam", "email", clinic.owner().email(), "role", "receptionist");

        assertRefused(clinic.owner().post("/v1/staff/members", colleague), 409, "staff-email-taken");
        assertRefused(mia.followsTheLinkInTheirMail(), 401, "login-link-used");
        Person.nobody().get("/v1/portals/" + clinic.slug()).then().statusCode(200);

        assertThat(logged)
                .noneMatch(line -> line.contains(clinic.owner().email()))
                .noneMatch(line -> line.contains(mia.email()))
                .noneMatch(line -> line.contains(mia.token()));
    }
}
