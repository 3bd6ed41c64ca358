package dev.latchkey.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** As a developer reads it in a browser. */
@QuarkusTest
class ReadingTheMailboxTest {

    @Test
    void shows_a_letter_and_what_it_leads_to() {
        var mia = Portal.clinic().client("Mia");
        mia.asksForALoginLink().then().statusCode(202);
        var letter = Mailbox.newestTo(mia.email());

        var page = Person.stranger().get("/mailbox?letter=" + letter.id());

        page.then().statusCode(200).contentType(startsWith("text/html"));
        assertThat(page.asString())
                .contains("<h2>" + letter.subject() + "</h2>", "<time datetime=\"" + letter.receivedAt() + "\">")
                .contains("href=\"http://localhost:5173/", "#" + letter.fragment());
    }

    @Test
    void leads_to_the_portal_and_back_to_the_start() {
        assertThat(Person.stranger().get("/mailbox").asString())
                .contains("href=\"http://localhost:5173/harbour-physio\"", "href=\"/\"");
        assertThat(Person.stranger().get("/mailbox?to=no-one@example.org").asString())
                .contains(
                        "No letters yet.", "Ask for a login link at <a href=\"http://localhost:5173/harbour-physio\"");
    }

    @Test
    void follows_the_readers_light_and_runs_nothing() {
        var page = Person.stranger().get("/mailbox");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("script");
        assertThat(page.asString())
                .contains("prefers-color-scheme: dark", "color-scheme: light dark")
                .doesNotContain("<script");
    }

    @Test
    void names_the_zone_in_which_it_tells_a_time() {
        var letter = new ReceivedLetter(
                UUID.randomUUID(), "a@example.org", "Hello", null, null, Instant.parse("2026-07-01T21:30:05Z"));

        assertThat(letter.receivedIn(ZoneId.of("UTC"))).isEqualTo("1 Jul 2026, 21:30:05 UTC");
        assertThat(letter.receivedIn(ZoneId.of("Australia/Sydney"))).matches("2 Jul 2026, 07:30:05 [A-Z]+.*");
    }
}
