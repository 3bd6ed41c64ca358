package dev.latchkey.http;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.io.PrintWriter;
import java.io.StringWriter;
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
            var all = new StringWriter();
            all.append(message.getMessage()).append(Arrays.toString(message.getParameters()));
            if (message.getThrown() != null) {
                message.getThrown().printStackTrace(new PrintWriter(all, true));
            }
            logged.add(all.toString());
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
    void hides_addresses_and_links_whatever_goes_wrong() {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia").signsIn();
        var link = Mailbox.newestTo(mia.email()).fragment();
        var colleague = Map.of("displayName", "Sam", "email", clinic.owner().email(), "role", "receptionist");

        assertRefused(clinic.owner().post(Api.MEMBERS, colleague), 409, "staff-email-taken");
        assertRefused(mia.followsTheLinkInTheirMail(), 401, "login-link-used");
        Database.execute("update clinic set name = ? where slug = ?", UnwritableText.TEXT, clinic.slug());
        var failed = mia.get(Api.ME);
        Database.execute("update clinic set name = 'Clinic' where slug = ?", clinic.slug());
        assertRefused(failed, 500, "internal-error");

        assertThat(logged)
                .anyMatch(line -> line.contains("A request failed"))
                .noneMatch(line -> line.contains(clinic.owner().email()))
                .noneMatch(line -> line.contains(mia.email()))
                .noneMatch(line -> line.contains(mia.token()))
                .noneMatch(line -> line.contains(link));
    }
}
