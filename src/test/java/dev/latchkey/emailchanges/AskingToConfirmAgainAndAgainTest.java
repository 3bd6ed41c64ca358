package dev.latchkey.emailchanges;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.loginlinks.AsInstalled;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MoodyMailServer;
import dev.latchkey.support.MoodyMailServer.Mood;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the limits that an installation has, and a mail server with moods. */
@QuarkusTest
@TestProfile(AsInstalled.class)
class AskingToConfirmAgainAndAgainTest {

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();

    @AfterEach
    void the_mail_server_is_content() {
        MoodyMailServer.becomes(Mood.CONTENT);
    }

    @Test
    void is_refused_the_sixth_time_for_one_client_within_the_hour() {
        var mia = clinic.client("Mia");
        for (var n = 0; n < 5; n++) {
            owner.asksToConfirm(mia, Portal.anAddress("next")).then().statusCode(202);
        }

        assertRefused(owner.asksToConfirm(mia, Portal.anAddress("next")), 429, "too-many-requests");
        owner.asksToConfirm(clinic.client("Noah"), Portal.anAddress("next"))
                .then()
                .statusCode(202);
    }

    @Test
    void is_refused_to_one_member_the_thirty_first_time_within_the_hour() {
        for (var n = 0; n < 30; n++) {
            owner.asksToConfirm(clinic.client("Mia"), Portal.anAddress("next"))
                    .then()
                    .statusCode(202);
        }
        var noah = clinic.client("Noah");

        assertRefused(owner.asksToConfirm(noah, Portal.anAddress("next")), 429, "too-many-requests");
        clinic.staff("receptionist")
                .asksToConfirm(noah, Portal.anAddress("next"))
                .then()
                .statusCode(202);
    }

    @Test
    void with_wrong_links_is_refused_after_twenty_and_a_right_one_never() {
        var next = Portal.anAddress("next");
        owner.asksToConfirm(clinic.client("Mia"), next).then().statusCode(202);
        var token = Mailbox.newestTo(next).fragment();
        for (var n = 0; n < 20; n++) {
            assertRefused(guess(), 422, "email-confirmation-unusable");
        }

        assertRefused(guess(), 429, "too-many-requests");
        Person.behind("203.0.131.7").confirmsEmail(token).then().statusCode(200);
    }

    private static Response guess() {
        return Person.behind("203.0.131.7").confirmsEmail("A".repeat(43));
    }

    @Test
    void withdraws_the_letter_that_still_waits() {
        var mia = clinic.client("Mia");
        var next = Portal.anAddress("next");
        MoodyMailServer.becomes(Mood.AWAY);
        for (var n = 0; n < 2; n++) {
            owner.asksToConfirm(mia, next).then().statusCode(202);
        }
        await().untilAsserted(
                        () -> owner.looksAtEmailChangeOf(mia).then().body("delivery.status", equalTo("deferred")));
        assertThat(letters("withdrawn", next)).isEqualTo(1);

        owner.archives(mia).then().statusCode(200);

        assertThat(letters("withdrawn", next)).isEqualTo(2);
    }

    private static long letters(String status, String address) {
        return Database.count("select count(*) from letter where status = ? and recipient = ?", status, address);
    }

    @Test
    void tells_staff_that_the_address_is_none() {
        var mia = clinic.client("Mia");
        MoodyMailServer.becomes(Mood.AGAINST_THE_RECIPIENT);

        owner.asksToConfirm(mia, Portal.anAddress("next")).then().statusCode(202);

        await().untilAsserted(() -> owner.looksAtEmailChangeOf(mia).then().body("status", equalTo("failed")));
    }
}
