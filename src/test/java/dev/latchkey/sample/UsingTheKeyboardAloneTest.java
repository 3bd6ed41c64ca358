package dev.latchkey.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Bill;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@QuarkusTest
class UsingTheKeyboardAloneTest {

    @Inject
    Browsers browsers;

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");

    @AfterEach
    void close() {
        browsers.close();
    }

    /** Each new page is read out from its heading on. */
    @Test
    void leads_to_an_invoice_and_out_again() {
        Bill.draft(clinic.owner(), mia, "80.00").finalised();
        var browser = browsers.open();
        var keyboard = new Keyboard(browser);
        browser.visits("/" + clinic.slug());
        browser.arrivesAt("Sign in at Harbour Physio");

        keyboard.tabTo("Skip to the page");
        keyboard.press(Keys.ENTER);
        keyboard.tabTo("E-mail");
        keyboard.press(mia.email());
        keyboard.press(Keys.ENTER);
        browser.arrivesAt("Look into your mailbox");
        assertThat(keyboard.focus()).isEqualTo("Look into your mailbox");

        keyboard.tabTo("Six digits");
        keyboard.press(Mailbox.newestTo(mia.email()).code());
        keyboard.press(Keys.ENTER);
        browser.arrivesAt("Appointments");
        assertThat(keyboard.focus()).isEqualTo("Appointments");

        keyboard.tabBackTo("Invoices");
        keyboard.press(Keys.ENTER);
        browser.arrivesAt("Invoices");
        keyboard.tabTo("Invoice INV-0001");
        keyboard.press(Keys.ENTER);
        browser.arrivesAt("Invoice");
        assertThat(keyboard.focus()).isEqualTo("Invoice");

        keyboard.tabBackTo("Sign out");
        keyboard.press(Keys.SPACE);
        browser.reads("You are signed out.");
    }
}
