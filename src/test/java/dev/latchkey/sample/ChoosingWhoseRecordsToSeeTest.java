package dev.latchkey.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Visit;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several members of a family share a mailbox. */
@QuarkusTest
class ChoosingWhoseRecordsToSeeTest {

    @Inject
    Browsers browsers;

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    void shows_no_others_until_the_person_switches() {
        clinic.client("Noah", mia.email());
        Visit.booked(clinic.owner(), mia, clinic.rooms(), Visit.in(Duration.ofDays(3)));
        mia.asksForALoginLink().then().statusCode(202);
        var browser = browsers.open();

        browser.follows(Mailbox.newestTo(mia.email()));
        browser.clicks("Sign in");
        browser.arrivesAt("Who is it for?");
        browser.clicks("Noah L.");

        browser.arrivesAt("Appointments");
        browser.reads("You are signed in as Noah Larsen.");
        browser.reads("You have no appointment ahead.");
        assertThat(browser.text()).doesNotContain("Mia");

        browser.clicks("Account");
        browser.arrivesAt("Account");
        browser.reads("You are signed in as Noah Larsen, " + mia.email());
        browser.clicks("Go on as Mia L.");
        browser.reads("You are signed in as Mia Larsen, " + mia.email());
        browser.clicks("Appointments");
        browser.arrivesAt("Appointments");
        browser.reads("Consultation with Dr Park");
    }
}
