package dev.latchkey.sample;

import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Mailbox.Letter;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FollowingAStaleLinkTest {

    @Inject
    Browsers browsers;

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private final Letter letter = asks(1);
    private Chromium browser;

    private Letter asks(int letters) {
        mia.asksForALoginLink().then().statusCode(202);
        return Mailbox.lettersTo(mia.email(), letters).get(0);
    }

    @BeforeEach
    void open() {
        browser = browsers.open();
    }

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    void that_is_too_old_offers_another_one() {
        Database.minutesPassForLinksTo(mia.email(), 16);

        fails("This login link is older than 15 minutes.");

        renews();
    }

    @Test
    void that_was_used_offers_another_one() {
        mia.follows(letter.fragment()).then().statusCode(201);

        fails("This login link was used already: each works once.");

        renews();
    }

    @Test
    void that_was_replaced_points_to_the_newest_letter() {
        var newest = asks(2);

        fails("A newer login link has replaced this one. Open your latest letter,");

        signsInBy(newest);
    }

    @Test
    void of_which_a_part_is_missing_leads_to_the_page_that_sends_another() {
        browser.visits("/" + clinic.slug() + "/login#" + letter.fragment().substring(1));
        browser.clicks("Sign in");
        browser.arrivesAt("This link does not sign you in");
        browser.reads("This is no login link of ours.");

        browser.clicks("Ask for a login link");

        browser.arrivesAt("Sign in at Harbour Physio");
    }

    private void fails(String why) {
        browser.follows(letter);
        browser.clicks("Sign in");
        browser.arrivesAt("This link does not sign you in");
        browser.reads(why);
    }

    private void renews() {
        browser.clicks("Send me a new link");
        browser.arrivesAt("Look into your mailbox");
        signsInBy(Mailbox.lettersTo(mia.email(), 2).get(0));
    }

    /** In the same tab, as if the link were pasted there. */
    private void signsInBy(Letter next) {
        browser.follows(next);
        browser.arrivesAt("One more click");
        browser.clicks("Sign in");
        browser.arrivesAt("Appointments");
    }
}
