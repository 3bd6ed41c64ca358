package dev.latchkey.sample;

import dev.latchkey.support.FrontDoor;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AskingASecondQuestionTest {

    @Inject
    Browsers browsers;

    private final FrontDoor door = FrontDoor.asking("birth-year");

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    void keeps_the_form_until_the_answer_is_right() {
        var mia = door.client("Mia", Portal.anAddress("mia"), "1984-05-01");
        mia.asksForALoginLink().then().statusCode(202);
        var browser = browsers.open();

        browser.follows(Mailbox.newestTo(mia.email()));
        browser.clicks("Sign in");
        browser.arrivesAt("One question first");
        browser.types("In which year were you born?", "1985");
        browser.clicks("Go on");
        browser.reads("That is not what the clinic has on record. You have 4 more tries.");
        browser.types("In which year were you born?", "1984");
        browser.clicks("Go on");

        browser.arrivesAt("Appointments");
        browser.reads("You are signed in as Mia Larsen.");
    }
}
