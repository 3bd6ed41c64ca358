package dev.latchkey.bounces;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.loginlinks.AsInstalled;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.MoodyMailServer;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The mail server knows no mailbox whose name begins with "refused". */
@QuarkusTest
@TestProfile(AsInstalled.class)
class SendingToAMailboxThatIsGoneTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Person mia = clinic.client("Mia", Portal.anAddress("refused.mia"));

    @Test
    void is_tried_once_and_refused_from_then_on() {
        becomesFlagged();

        assertRefused(sends(mia.email()), 409, "address-bounced");

        owner.get(links()).then().body("items.size()", equalTo(1));
        assertThat(Trail.of(clinic).lines())
                .filteredOn(line -> line.act().equals("address-flagged"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line).hasToString("system address-flagged recipient-refused");
                    assertThat(line.addressHash()).isNotNull();
                });
    }

    @Test
    void is_answered_as_ever_where_a_client_asks_and_nothing_is_sent() {
        becomesFlagged();

        mia.asksForALoginLink().then().statusCode(202).body("requestId", notNullValue());

        await().atMost(PATIENCE).untilAsserted(() -> owner.get(access())
                .then()
                .body("requests[0].outcome", equalTo("suppressed"))
                .body("requests[0].reason", equalTo("address-bounced"))
                .body("situation.code", equalTo("address-bounced")));
        assertThat(Database.count("select count(*) from letter where recipient = ?", mia.email()))
                .isEqualTo(1);
        assertThat(Trail.of(clinic).lines())
                .anyMatch(line -> line.toString().equals("system login-link-suppressed address-bounced"));
    }

    /** Else a portal that is off would go on writing to it. */
    @Test
    void gets_no_letter_from_a_portal_that_is_off_either() {
        becomesFlagged();
        owner.patch(Api.PORTAL_SETTINGS, Map.of("on", false)).then().statusCode(200);

        mia.asksForALoginLink().then().statusCode(202);

        await().atMost(PATIENCE)
                .untilAsserted(() -> owner.get(access()).then().body("requests[0].reason", equalTo("address-bounced")));
        assertThat(Database.count("select count(*) from letter where recipient = ?", mia.email()))
                .isEqualTo(1);
    }

    @Test
    void is_over_when_the_address_is_corrected() {
        becomesFlagged();
        var corrected = Portal.anAddress("mia");

        owner.changesEmailOf(mia, corrected).then().statusCode(200);

        sends(corrected).then().statusCode(202);
        await().atMost(PATIENCE)
                .until(() -> !MoodyMailServer.lettersTo(corrected).isEmpty());
    }

    @Test
    void keeps_no_link_from_another_clinics_client_at_the_same_address() {
        becomesFlagged();
        var elsewhere = Portal.clinic();
        var there = elsewhere.client("Mia", mia.email());

        elsewhere.owner().sendsLoginLinkTo(there, there.email()).then().statusCode(202);
    }

    @Test
    void flags_no_address_that_a_stranger_typed() {
        var typed = "refused.stranger@" + clinic.slug() + ".example.org";

        Person.asking(clinic, typed).asksForALoginLink().then().statusCode(202);

        await().atMost(PATIENCE).until(() -> Trail.of(clinic).lines().stream()
                .anyMatch(line -> line.act().equals("mail-failed")));
        assertThat(Database.count("select count(*) from address_flag where address_key = ?", typed))
                .isZero();
    }

    private void becomesFlagged() {
        sends(mia.email()).then().statusCode(202);
        await().atMost(PATIENCE)
                .untilAsserted(() -> owner.get(access()).then().body("mailbox.addressFlag.code", equalTo("550 5.1.1")));
    }

    private Response sends(String confirmed) {
        return owner.sendsLoginLinkTo(mia, confirmed);
    }

    private String links() {
        return Api.CLIENTS + "/" + mia.id() + "/login-links";
    }

    private String access() {
        return Api.CLIENTS + "/" + mia.id() + "/portal-access";
    }
}
