package dev.latchkey.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Outage;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LosingTheConnectionTest {

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
    void goes_on_when_it_is_there_again() {
        browser.signsIn(mia);
        hurries();
        connects(false);

        browser.clicks("Invoices");
        browser.arrivesAt("This did not work");
        browser.reads("You are offline.");
        connects(true);

        browser.arrivesAt("Invoices");
        browser.reads("You have no invoices.");
    }

    @Test
    void goes_on_when_the_api_is_ready_again() throws Exception {
        browser.signsIn(mia);
        hurries();

        try (var ignored = Outage.allConnections()) {
            browser.clicks("Invoices");
            browser.arrivesAt("This did not work");
            browser.reads("The portal is not ready just now. Try again in");
            browser.reads("When you ask for help, quote");
        }

        browser.arrivesAt("Invoices");
        browser.reads("You have no invoices.");
    }

    @Test
    void keeps_what_was_typed() {
        browser.visits("/" + clinic.slug());
        browser.types("E-mail", mia.email());
        connects(false);

        browser.clicks("Send me a login link");
        browser.reads("You are offline.");
        assertThat(browser.typed("E-mail")).isEqualTo(mia.email());
        connects(true);
        browser.clicks("Send me a login link");

        browser.arrivesAt("Look into your mailbox");
    }

    /** From now on the page waits a twentieth of the time that it wants to wait. */
    private void hurries() {
        browser.runs("const wait = setTimeout; window.setTimeout = (then, ms) => wait(then, ms / 20)");
    }

    private void connects(boolean online) {
        var driver = browser.driver();
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !online, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }
}
