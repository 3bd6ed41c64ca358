package dev.latchkey.sample;

import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A mail server's scanner opens what letters lead to, and some run the scripts of the page. */
@QuarkusTest
class ScanningALetterTest {

    @Inject
    Browsers browsers;

    private final Person mia = Portal.clinic().client("Mia");

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    void leaves_the_link_to_the_person_who_clicks() {
        mia.asksForALoginLink().then().statusCode(202);
        var letter = Mailbox.newestTo(mia.email());
        var scanner = browsers.open();
        var mias = browsers.open();

        scanner.follows(letter);
        scanner.arrivesAt("One more click");

        mias.follows(letter);
        mias.clicks("Sign in");
        mias.arrivesAt("Appointments");
    }
}
