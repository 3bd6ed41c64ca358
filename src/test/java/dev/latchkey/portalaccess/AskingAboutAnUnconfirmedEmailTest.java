package dev.latchkey.portalaccess;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AskingAboutAnUnconfirmedEmailTest {

    private static final String[] WHAT_TO_DO = {"confirm-email", "look-in-spam", "check-email"};

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private final Desk desk = new Desk(clinic, mia);
    private final String next = Portal.anAddress("next");

    @Test
    void tells_what_the_client_is_to_do_and_which_it_is() {
        clinic.owner().asksToConfirm(mia, next).then().statusCode(202);

        desk.hears("email-change-pending", WHAT_TO_DO);
        desk.asks().then().body("mailbox.email", equalTo(mia.email())).body("mailbox.pendingEmail", equalTo(next));
    }

    @Test
    void tells_it_also_where_the_record_has_none_yet() {
        var walter = clinic.client("Walter", null);
        clinic.owner().asksToConfirm(walter, next).then().statusCode(202);

        new Desk(clinic, walter).hears("email-change-pending", WHAT_TO_DO);
    }

    @Test
    void says_no_more_of_it_when_it_is_confirmed() {
        clinic.owner().asksToConfirm(mia, next).then().statusCode(202);
        Person.stranger()
                .confirmsEmail(Mailbox.newestTo(next).fragment())
                .then()
                .statusCode(200);

        desk.hears("never-invited", "send-login-link");
        desk.asks().then().body("mailbox.email", equalTo(next)).body("mailbox.pendingEmail", nullValue());
    }

    @Test
    void says_no_more_of_it_when_its_day_is_over() {
        clinic.owner().asksToConfirm(mia, next).then().statusCode(202);

        Database.hoursPassForEmailChangesTo(next, 25);

        desk.hears("never-invited", "send-login-link");
        desk.asks().then().body("mailbox.pendingEmail", nullValue());
    }

    @Test
    void tells_first_that_they_are_in() {
        mia.signsIn();
        clinic.owner().asksToConfirm(mia, next).then().statusCode(202);

        desk.hears("signed-in");
        desk.asks().then().body("mailbox.pendingEmail", equalTo(next));
    }
}
