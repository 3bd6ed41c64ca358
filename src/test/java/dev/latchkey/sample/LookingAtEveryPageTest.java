package dev.latchkey.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Bill;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Visit;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Narrow, light and dark. The pictures stay in target/screenshots, for people to look at. */
@QuarkusTest
class LookingAtEveryPageTest {

    @Inject
    Browsers browsers;

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private Chromium browser;
    private Looks looks;

    @BeforeEach
    void open() {
        browser = browsers.open();
        looks = new Looks(browser);
    }

    @AfterEach
    void close() {
        browsers.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/mailbox", "/docs/spa"})
    void finds_nothing_that_shuts_a_newcomer_out(String page) {
        browser.visitsApi(page);

        looks.check("newcomer" + page.replace('/', '-'));
    }

    @Test
    void finds_nothing_that_shuts_a_client_out_on_the_way_in() {
        clinic.client("Noah", mia.email());
        browser.visits("/");
        looksAt("Sample portal", "start");
        browser.visits("/" + clinic.slug());
        looksAt("Sign in at Harbour Physio", "portal");
        browser.types("E-mail", mia.email());
        browser.clicks("Send me a login link");
        looksAt("Look into your mailbox", "mailbox");
        browser.types("Six digits", "seven");
        browser.clicks("Sign in");
        browser.reads("Please check what you have typed.");
        looksAt("Look into your mailbox", "mailbox-refused");

        browser.follows(Mailbox.newestTo(mia.email()));
        looksAt("One more click", "link");
        Database.minutesPassForLinksTo(mia.email(), 16);
        browser.clicks("Sign in");
        looksAt("This link does not sign you in", "link-refused");
        browser.clicks("Send me a new link");
        browser.arrivesAt("Look into your mailbox");
        browser.follows(Mailbox.lettersTo(mia.email(), 2).get(0));
        browser.arrivesAt("One more click");
        browser.clicks("Sign in");
        looksAt("Who is it for?", "choice");

        browser.visits("/" + clinic.slug() + "/nothing/here");
        looksAt("This did not work", "nothing-here");
    }

    @Test
    void finds_nothing_that_shuts_a_client_out_of_their_records() {
        clinic.client("Noah", mia.email());
        var rooms = clinic.rooms();
        Visit.booked(clinic.owner(), mia, rooms, Visit.in(Duration.ofDays(3)));
        Visit.booked(clinic.owner(), mia, rooms, Visit.in(Duration.ofDays(-3)));
        owes();
        var name = "what-to-do-until-next-time-and-what-to-leave-alone.txt";
        clinic.owner().uploads(mia, name, "Rest.".getBytes(UTF_8), true).then().statusCode(201);
        mia.asksForALoginLink().then().statusCode(202);
        browser.follows(Mailbox.newestTo(mia.email()));
        browser.clicks("Sign in");
        browser.arrivesAt("Who is it for?");
        browser.clicks("Mia L.");

        looksAt("Appointments", "appointments");
        browser.clicks("Invoices");
        looksAt("Invoices", "invoices");
        browser.clicks("Invoice INV-0001");
        looksAt("Invoice", "invoice");
        browser.clicks("Files");
        looksAt("Files", "files");
        browser.clicks("Account");
        looksAt("Account", "account");
        clinic.owner().endsSessionsOf(mia).then().statusCode(204);
        browser.clicks("Go on as Noah L.");
        looksAt("Sign in at Harbour Physio", "account-covered");
    }

    private void owes() {
        var lines = List.of(Bill.line("1.5", "80.00", "AUD", "10"), Bill.line("1", "1180.00", "AUD", "0"));
        Bill.draft(clinic.owner(), mia, Map.of("dueOn", Bill.SOME_DAY, "lines", lines))
                .finalised()
                .pays("32.00")
                .then()
                .statusCode(201);
    }

    @Test
    void finds_nothing_that_shuts_staff_out() {
        var email = Portal.anAddress("receptionist");
        clinic.invites(email, "receptionist").then().statusCode(201);
        browser.follows(Mailbox.newestTo(email));
        looksAt("Welcome to the desk", "desk-invitation");
        browser.types("Password", Person.PASSWORD);
        browser.clicks("Set password");
        looksAt("Sign in at the desk", "desk");
        browser.clicks("Forgot password?");
        looksAt("Forgot password", "desk-password");
        browser.types("E-mail", email);
        browser.clicks("Send me a letter");
        browser.follows(Mailbox.linksTo(email, 2).get(0));
        looksAt("Set a new password", "desk-password-reset");
        browser.clicks("Sign in at the desk");
        signsIn(email);

        looksAt("Clients", "desk-clients");
        clinic.owner().sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
        browser.clicks("Mia Larsen");
        looksAt("Client", "desk-client");
        enrols(email);
    }

    private void enrols(String email) {
        browser.clicks("Second factor");
        looksAt("Second factor", "desk-factor");
        browser.types("Password", Person.PASSWORD);
        browser.clicks("Begin");
        looksAt("Add the key to your app", "desk-factor-key");
        var key = browser.runs("return document.querySelector('main code').textContent")
                .toString();
        var app = new Authenticator(key, "", List.of());
        browser.types("Code", app.code());
        browser.clicks("Enrol");
        looksAt("Keep your recovery codes", "desk-factor-codes");
        browser.clicks("Sign out");
        browser.arrivesAt("Sign in at the desk");
        signsIn(email);
        looksAt("Show your second factor", "desk-factor-asked");
    }

    private void signsIn(String email) {
        browser.types("E-mail", email);
        browser.types("Password", Person.PASSWORD);
        browser.clicks("Sign in");
    }

    private void looksAt(String heading, String picture) {
        browser.arrivesAt(heading);
        looks.check(picture);
    }
}
