package dev.latchkey.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The session has ended meanwhile. */
@QuarkusTest
class ComingBackToAPageTest {

    @Inject
    Browsers browsers;

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private Chromium browser;

    @BeforeEach
    void open() {
        browser = browsers.open();
    }

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    void goes_on_there_after_the_digits_of_a_letter() {
        comesBackToTheFiles();
        browser.clicks("Download advice.txt");
        asksToSignIn();

        browser.types("E-mail", mia.email());
        browser.clicks("Send me a login link");
        browser.arrivesAt("Look into your mailbox");
        browser.types("Six digits", Mailbox.lettersTo(mia.email(), 2).get(0).code());
        browser.clicks("Sign in");

        browser.arrivesAt("Files");
        browser.reads("You are signed in again.");
        browser.clicks("Download advice.txt");
        browser.reads("Saved on this device: advice.txt");
    }

    @Test
    void goes_on_there_after_the_link_was_followed_in_another_tab() {
        comesBackToTheFiles();
        browser.clicks("Invoices");
        asksToSignIn();

        browser.opensATab();
        browser.signsIn(mia);

        browser.turnsTo(0);
        browser.arrivesAt("Invoices");
        browser.reads("You have no invoices.");
    }

    @Test
    void shows_nothing_more_after_a_refusal_to_sign_in() {
        comesBackToTheFiles();
        browser.clicks("Account");
        asksToSignIn();

        browser.clicks("Leave this page");

        browser.reads("You are signed out.");
        browser.arrivesAt("Sign in at Harbour Physio");
        assertThat(browser.text()).doesNotContain("advice.txt", "Mia");
    }

    private void comesBackToTheFiles() {
        clinic.owner()
                .uploads(mia, "advice.txt", "Drink water.".getBytes(UTF_8), true)
                .then()
                .statusCode(201);
        browser.signsIn(mia);
        browser.clicks("Files");
        browser.arrivesAt("Files");
        clinic.owner().endsSessionsOf(mia).then().statusCode(204);
    }

    /** Over the page, whatever that was. */
    private void asksToSignIn() {
        browser.arrivesAt("Sign in at Harbour Physio");
        browser.reads("Your session has ended. Sign in, and go on where you were.");
        assertThat(browser.text()).contains("advice.txt");
    }

    @Test
    void finds_at_the_desk_what_was_typed() {
        var member = clinic.staff("receptionist");
        browser.signsInAtTheDesk(member);
        browser.types("Name or e-mail", "Lars");
        Database.hoursPassForSessionsOf(member.id(), 24);

        browser.clicks("Find");
        browser.arrivesAt("Sign in at the desk");
        browser.reads("Your session has ended. Sign in, and go on where you were.");
        browser.proves(member);

        browser.arrivesAt("Clients");
        assertThat(browser.typed("Name or e-mail")).isEqualTo("Lars");
        browser.clicks("Find");
        browser.reads("Clients shown: 1.");
    }
}
