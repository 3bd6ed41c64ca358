package dev.latchkey.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorkingInTwoTabsTest {

    /** Answers once it is held, and then holds it. */
    private static final String HOLD_THE_LOCK = """
        return new Promise((held) => navigator.locks.request('latchkey-client', () => new Promise((release) => {
          window.release = release;
          held();
        })));
        """;

    private static final String WAITING = "return navigator.locks.query().then(({ pending }) => pending.length)";

    @Inject
    Browsers browsers;

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private Chromium browser;

    @BeforeEach
    void open() {
        browser = browsers.open();
        browser.signsIn(mia);
        browser.opensATab();
        browser.visits("/" + clinic.slug() + "/appointments");
        browser.arrivesAt("Appointments");
    }

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    void refreshes_in_one_of_them_when_both_need_it_at_once() {
        browser.runs(HOLD_THE_LOCK);
        refreshes("Invoices");
        browser.waitsFor(WAITING, 2L);
        browser.runs("release()");
        arrivesInBothAt("Invoices");

        refreshes("Files");
        arrivesInBothAt("Files");
    }

    /** By its clock, the access token of each has ended. */
    private void refreshes(String page) {
        for (var tab = 0; tab < 2; tab++) {
            browser.turnsTo(tab);
            browser.runs("const now = Date.now; Date.now = () => now() + 600_000");
            browser.clicks(page);
        }
    }

    private void arrivesInBothAt(String page) {
        for (var tab = 0; tab < 2; tab++) {
            browser.turnsTo(tab);
            browser.arrivesAt(page);
            assertThat(browser.text()).contains("Mia Larsen");
        }
    }

    @Test
    void signs_out_in_the_other_one_too() {
        browser.clicks("Sign out");
        browser.reads("You are signed out.");

        browser.turnsTo(0);
        browser.reads("You have signed out in another tab.");
        browser.arrivesAt("Sign in at Harbour Physio");
        assertThat(browser.text()).doesNotContain("Mia Larsen");
    }
}
