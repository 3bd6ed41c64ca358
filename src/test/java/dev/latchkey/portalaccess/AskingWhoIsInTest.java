package dev.latchkey.portalaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AskingWhoIsInTest {

    private static final int MOST_LETTERS = 40;

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia").signsIn();
    private final Desk desk = new Desk(clinic, mia);

    @Test
    void tells_who_is_signed_in() {
        desk.hears("signed-in");

        desk.asks()
                .then()
                .body("liveSessions", equalTo(1))
                .body("lastSignInAt", notNullValue())
                .body("links[0].status", equalTo("redeemed"))
                .body("requests[0].outcome", equalTo("link-sent"));
    }

    @Test
    void tells_who_was() {
        mia.signsOut();

        desk.hears("signed-out", "send-login-link");
        desk.asks().then().body("liveSessions", equalTo(0)).body("lastSignInAt", notNullValue());
    }

    @Test
    void tells_them_from_another_of_the_same_mailbox() {
        var noah = new Desk(clinic, clinic.client("Noah", mia.email()));

        noah.hears("other-profile", "choose-profile", "send-login-link");
        desk.hears("signed-in");
    }

    @Test
    void counts_none_whose_time_is_over() {
        Database.hoursPassForSessionsOf(mia.id(), 12);

        desk.asks().then().body("liveSessions", equalTo(0));
    }

    /** More letters than that do not leave for one mailbox in an hour (application.properties). */
    @Test
    void tells_that_no_more_letters_leave() {
        for (var n = 1; n < MOST_LETTERS; n++) { // the first one let her in
            mia.asksForALoginLink().then().statusCode(202);
        }
        await().atMost(Desk.PATIENCE).untilAsserted(() -> assertThat(Database.count(
                        "select count(*) from login_request where clinic_id = ? and answered_at is null",
                        Database.clinicId(clinic.slug())))
                .isZero());

        mia.asksForALoginLink().then().statusCode(202);

        desk.hears("letters-limited", "wait", "send-login-link");
        desk.asks().then().body("requests[0].reason", equalTo("letter-limit"));
    }

    @Test
    void is_on_record_as_a_look_at_the_client() {
        var looked = desk.asks();

        var line = Trail.of(clinic).lineOf(looked);
        assertThat(line.act()).isEqualTo("portal-access-read");
        assertThat(line.clientId()).isEqualTo(mia.id());
    }

    @Test
    void shows_the_newest_few_alone() {
        for (var n = 0; n < 7; n++) {
            mia.asksForALoginLink();
        }

        desk.asks().then().body("requests.size()", equalTo(5));
    }
}
