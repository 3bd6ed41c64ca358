package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.loginlinks.AsInstalled;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.MoodyMailServer;
import dev.latchkey.support.MoodyMailServer.Mood;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AsInstalled.class)
class LosingALoginLinkTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @AfterEach
    void the_mail_server_is_content() {
        MoodyMailServer.becomes(Mood.CONTENT);
    }

    @Test
    void tells_staff_when_it_will_be_tried_again() {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia");
        MoodyMailServer.becomes(Mood.BUSY);

        mia.asksForALoginLink().then().statusCode(202);

        await().atMost(PATIENCE).untilAsserted(() -> clinic.owner()
                .get(Api.CLIENTS + "/" + mia.id() + "/login-links")
                .then()
                .body("items.status", equalTo(List.of("queued")))
                .body("items.delivery.status", equalTo(List.of("deferred")))
                .body("items.delivery.reason", equalTo(List.of("try-later")))
                .body("items[0].delivery.smtpCode", startsWith("4"))
                .body("items[0].delivery.nextAttemptAt", notNullValue())
                .body("items[0].delivery.sentAt", nullValue()));

        MoodyMailServer.becomes(Mood.CONTENT);

        await().atMost(PATIENCE).untilAsserted(() -> clinic.owner()
                .get(Api.CLIENTS + "/" + mia.id() + "/login-links")
                .then()
                .body("items.delivery.status", equalTo(List.of("sent")))
                .body("items[0].delivery.sentAt", notNullValue())
                .body("items[0].delivery.smtpCode", nullValue())
                .body("items[0].delivery.reason", nullValue())
                .body("items[0].delivery.nextAttemptAt", nullValue()));
    }

    /** That its time is over as well must not hide from staff that the client never had it. */
    @Test
    void shows_staff_that_it_failed_and_why_then_and_later() {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia");
        MoodyMailServer.becomes(Mood.AGAINST_THE_RECIPIENT);

        mia.asksForALoginLink().then().statusCode(202);

        var links = Api.CLIENTS + "/" + mia.id() + "/login-links";
        await().atMost(PATIENCE).untilAsserted(() -> clinic.owner()
                .get(links)
                .then()
                .body("items.status", equalTo(List.of("failed")))
                .body("items.failure", equalTo(List.of("recipient-refused")))
                .body("items.delivery.status", equalTo(List.of("failed")))
                .body("items[0].delivery.smtpCode", matchesPattern("55[0-9] 5[.]1[.]1"))
                .body("items.delivery.reason", equalTo(List.of("mailbox-unknown")))
                .body("items.delivery.detail", equalTo(List.of("The mailbox does not exist.")))
                .body("items[0].delivery.nextAttemptAt", nullValue()));
        Database.minutesPassForLinksTo(mia.email(), 15);
        clinic.owner().get(links).then().body("items.status", equalTo(List.of("failed")));
        assertThat(Trail.of(clinic).lines())
                .filteredOn(line -> line.act().equals("mail-failed"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line).hasToString("system mail-failed recipient-refused");
                    assertThat(line.loginLinkId()).isNotNull();
                });
    }
}
