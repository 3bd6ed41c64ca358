package dev.latchkey.sample;

import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The letter is on the telephone, and the portal open on the laptop. */
@QuarkusTest
class AskingOnAnotherDeviceTest {

    @Inject
    Browsers browsers;

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    void takes_the_six_digits_there_and_spends_the_link_here() {
        var laptop = browsers.open();
        var telephone = browsers.open();
        laptop.visits("/" + clinic.slug());
        laptop.types("E-mail", mia.email());
        laptop.clicks("Send me a login link");
        laptop.arrivesAt("Look into your mailbox");
        var letter = Mailbox.newestTo(mia.email());
        telephone.follows(letter);
        telephone.arrivesAt("One more click");

        laptop.types("Six digits", wrong(letter.code()));
        laptop.clicks("Sign in");
        laptop.reads("These digits are wrong, or no longer good.");
        laptop.types(
                "Six digits",
                letter.code().substring(0, 3) + " " + letter.code().substring(3));
        laptop.clicks("Sign in");

        laptop.arrivesAt("Appointments");
        telephone.clicks("Sign in");
        telephone.arrivesAt("This link does not sign you in");
        telephone.reads("This login link was used already: each works once.");
    }

    private static String wrong(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }
}
