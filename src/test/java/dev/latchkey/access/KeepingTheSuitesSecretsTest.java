package dev.latchkey.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Dump;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.PassedSecrets;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * After all the others of either half, in what they have left behind: the log at its most talkative, and the database with its audit trail.
 * (Of the other tests only those come later that start the application again.)
 */
@QuarkusTest
@Order(Integer.MAX_VALUE)
class KeepingTheSuitesSecretsTest {

    /** All people of the tests live there. */
    private static final Pattern ADDRESS = Pattern.compile("@(?:[\\w-]+\\.)?example\\.", Pattern.CASE_INSENSITIVE);

    @BeforeAll
    static void note_what_the_letters_say() {
        var mia = Portal.clinic().client("Mia").signsIn();
        Mailbox.lettersTo("").stream()
                .filter(Mailbox.Letter::hasLink)
                .forEach(letter -> PassedSecrets.note(letter.fragment()));
        assertThat(PassedSecrets.placesIn("a log with " + mia.token())).hasSize(1);
        assertThat(addressesIn("a log with " + mia.email())).hasSize(1);
    }

    @Test
    void out_of_the_log() throws Exception {
        var log = Files.readString(
                Path.of(ConfigProvider.getConfig().getValue("quarkus.log.file.path", String.class)),
                StandardCharsets.ISO_8859_1);

        assertThat(log).contains("DEBUG [org.hib.SQL]");
        assertThat(PassedSecrets.placesIn(log)).isEmpty();
        assertThat(addressesIn(log)).isEmpty();
    }

    @Test
    void out_of_the_database_with_its_audit_trail() throws Exception {
        var dump = Dump.ofTheSuite();

        assertThat(dump.tables()).containsKeys("audit_event", "session", "letter");
        dump.tables()
                .forEach((table, rows) ->
                        assertThat(PassedSecrets.placesIn(rows)).as(table).isEmpty());
        dump.tablesWithoutAddresses()
                .forEach(
                        (table, rows) -> assertThat(addressesIn(rows)).as(table).isEmpty());
    }

    /** Each with what stands before it. */
    private static List<String> addressesIn(String text) {
        var found = new ArrayList<String>();
        var address = ADDRESS.matcher(text);
        for (var at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            if (address.region(at, text.length()).lookingAt()) {
                found.add(text.substring(Math.max(0, at - 200), address.end()));
            }
        }
        return found;
    }
}
