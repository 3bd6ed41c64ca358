package dev.latchkey.sample;

import static dev.latchkey.support.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
import dev.latchkey.support.Bill;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Visit;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** As a client does, in a browser that knows two origins: the sample's, and the API's. */
@QuarkusTest
class UsingThePortalTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final byte[] PLAN = "Ten squats, twice a day.\n".getBytes(UTF_8);

    @Inject
    Browsers browsers;

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    void leads_from_the_address_of_the_clinic_to_the_own_records_and_out_again() {
        var rooms = clinic.rooms();
        var last = lateInTheDayOfUtc(-3);
        var next = lateInTheDayOfUtc(3);
        var plan = "plan-" + UUID.randomUUID() + ".txt";
        Visit.booked(clinic.owner(), mia, rooms, last);
        Visit.booked(clinic.owner(), mia, rooms, next);
        owes();
        clinic.owner().uploads(mia, plan, PLAN, true).then().statusCode(201);
        var browser = browsers.open();

        browser.visits("/" + clinic.slug());
        browser.arrivesAt("Sign in at Harbour Physio");
        browser.types("E-mail", mia.email());
        browser.clicks("Send me a login link");
        browser.arrivesAt("Look into your mailbox");
        browser.follows(Mailbox.newestTo(mia.email()));
        browser.arrivesAt("One more click");
        assertThat(browser.address()).endsWith("/" + clinic.slug() + "/login");
        browser.clicks("Sign in");

        browser.arrivesAt("Appointments");
        browser.reads("You are signed in as Mia Larsen.");
        browser.reads("Australia/Sydney Consultation with Dr Park Harbour, 1 Quay Street");
        assertThat(browser.text()).containsSubsequence("Upcoming", inSydney(next), "Past", inSydney(last));

        readsTheInvoice(browser);
        downloads(browser, plan);

        browser.clicks("Sign out");
        browser.reads("You are signed out.");
        browser.visits("/" + clinic.slug() + "/appointments");
        browser.arrivesAt("Sign in at Harbour Physio");
        assertThat(browser.text()).doesNotContain("Mia", "Dr Park");
    }

    /** When it is the next day already in Sydney. */
    private static Instant lateInTheDayOfUtc(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days).atTime(20, 0).toInstant(ZoneOffset.UTC);
    }

    private static String inSydney(Instant instant) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu h:mm", Locale.ENGLISH).format(instant.atZone(SYDNEY));
    }

    private void owes() {
        var lines = List.of(Bill.line("1.5", "80.00", "AUD", "10"));
        Bill.draft(clinic.owner(), mia, Map.of("dueOn", Bill.SOME_DAY, "lines", lines))
                .finalised()
                .pays("32.00")
                .then()
                .statusCode(201);
    }

    private static void readsTheInvoice(Chromium browser) {
        browser.clicks("Invoices");
        browser.arrivesAt("Invoices");
        browser.reads("Total $132.00 Outstanding $100.00");
        browser.clicks("Invoice INV-0001");
        browser.arrivesAt("Invoice");
        browser.reads("Consultation 1.5 $80.00 $12.00 (10%) $132.00");
        browser.reads("Card $32.00");
    }

    private static void downloads(Chromium browser, String name) {
        browser.clicks("Files");
        browser.arrivesAt("Files");
        browser.clicks("Download " + name);
        browser.reads("Saved on this device: " + name);
        var file = Browsers.DOWNLOADS.resolve(name);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(file).hasBinaryContent(PLAN));
    }

    @Test
    void ends_a_session_that_is_open_elsewhere() {
        var browser = browsers.open();
        browser.signsIn(mia);
        var firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:139.0) Gecko/20100101 Firefox/139.0";
        mia.signsInAgainWith(Map.of("User-Agent", firefox));

        browser.clicks("Account");
        browser.arrivesAt("Account");
        browser.reads("Firefox on Windows");
        browser.clicks("End session Firefox on Windows");

        browser.reads("The session has ended.");
        assertThat(browser.text()).doesNotContain("Firefox").contains("This session");
        assertRefused(mia.get(Api.ME), 401, "session-ended");
    }
}
