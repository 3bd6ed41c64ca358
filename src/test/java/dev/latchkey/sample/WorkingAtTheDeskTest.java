package dev.latchkey.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorkingAtTheDeskTest {

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
    void begins_with_the_invitation_and_shows_what_became_of_a_login_link() {
        clinic.client("Noah");
        signsInByInvitation();

        browser.types("Name or e-mail", "Mia");
        browser.clicks("Find");
        browser.reads("Clients shown: 1.");
        assertThat(browser.text()).doesNotContain("Noah");
        browser.clicks("Mia Larsen");
        browser.arrivesAt("Client");
        browser.reads("No login link was asked for yet.");
        browser.ticks("Mia Larsen has confirmed " + mia.email() + " to me");
        browser.clicks("Send login link");

        browser.reads("The login link is on its way.");
        browser.reads("Sent m•••••@example.org");
        mia.followsTheLinkInTheirMail().then().statusCode(201);
        browser.clicks("Look again");
        browser.reads("Used m•••••@example.org");
    }

    private void signsInByInvitation() {
        var email = Portal.anAddress("receptionist");
        clinic.invites(email, "receptionist").then().statusCode(201);
        browser.follows(Mailbox.newestTo(email));
        browser.arrivesAt("Welcome to the desk");
        assertThat(browser.address()).endsWith("/staff/invitation");
        browser.types("Password", Person.PASSWORD);
        browser.clicks("Set password");

        browser.arrivesAt("Sign in at the desk");
        browser.reads("Your password is set. Sign in with it.");
        browser.types("E-mail", email);
        browser.types("Password", Person.PASSWORD);
        browser.clicks("Sign in");
        browser.arrivesAt("Clients");
        browser.reads("Sam Staff");
    }

    @Test
    void copies_the_portal_link() {
        browser.driver().executeCdpCommand("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        browser.signsInAtTheDesk(clinic.owner());

        browser.clicks("Copy the portal link");

        browser.reads("The portal link is copied.");
        browser.driver().setPermission("clipboard-read", "granted");
        assertThat(browser.runs("return navigator.clipboard.readText()"))
                .isEqualTo(clinic.owner().get(Api.PORTAL_LINK).path("url"));
    }

    @Test
    void takes_a_second_factor_from_its_enrolment_on() {
        browser.signsInAtTheDesk(clinic.owner());
        browser.clicks("Second factor");
        browser.arrivesAt("Second factor");
        browser.types("Password", Person.PASSWORD);
        browser.clicks("Begin");
        browser.arrivesAt("Add the key to your app");
        var key = browser.runs("return document.querySelector('main code').textContent")
                .toString();
        var app = new Authenticator(key, "", List.of());
        browser.types("Code", app.code());
        browser.clicks("Enrol");
        browser.arrivesAt("Keep your recovery codes");
        assertThat(browser.runs("return document.querySelectorAll('main li').length"))
                .isEqualTo(10L);
        browser.clicks("Go to the clients");
        browser.arrivesAt("Clients");

        browser.clicks("Sign out");
        browser.arrivesAt("Sign in at the desk");
        browser.proves(clinic.owner());
        browser.arrivesAt("Show your second factor");
        browser.types("Code", app.nextCode());
        browser.clicks("Sign in");
        browser.arrivesAt("Clients");
    }
}
