package dev.latchkey.portalaccess;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClosingThePortalToAClientTest {

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");

    @Test
    void ends_their_session_at_once() {
        mia.signsIn();

        allows(false).then().statusCode(200).body("allowed", equalTo(false)).body("offSince", notNullValue());

        assertThat(mia.get(Api.ME).statusCode()).isEqualTo(401);
    }

    @Test
    void ends_what_a_sent_link_could_open() {
        mia.asksForALoginLink();
        var token = Mailbox.newestTo(mia.email()).fragment();

        allows(false);

        assertRefused(mia.redeems(token), 401, "login-link-revoked");
    }

    @Test
    void answers_them_as_a_stranger() {
        allows(false);

        mia.asksForALoginLink().then().statusCode(202);

        var letter = Mailbox.newestTo(mia.email());
        assertThat(letter.hasLink()).isFalse();
        assertThat(letter.text()).contains("no client").doesNotContain("Mia");
    }

    @Test
    void lets_staff_send_no_link() {
        allows(false);

        assertRefused(clinic.owner().sendsLoginLinkTo(mia, mia.email()), 409, "portal-access-off");
    }

    @Test
    void leaves_who_shares_their_mailbox_in_reach() {
        var noah = clinic.client("Noah", mia.email());

        allows(false);

        noah.signsIn().get(Api.ME).then().statusCode(200).body("givenName", equalTo("Noah"));
        clinic.owner().get(Api.CLIENTS + "/" + noah.id()).then().body("sharesEmailWith[0].id", equalTo(mia.id()));
    }

    @Test
    void is_taken_back() {
        allows(false);
        var since = allows(false).<String>path("offSince");
        assertThat(allows(false).<String>path("offSince")).isEqualTo(since);

        allows(true).then().body("offSince", nullValue());

        mia.signsIn().get(Api.ME).then().statusCode(200);
    }

    @Test
    void is_told_apart_from_what_changes_nothing() {
        allows(false);

        var again = allows(false);

        assertThat(Trail.of(clinic).linesIn(again.header("X-Request-Id"))).isEmpty();
    }

    @Test
    void is_on_record_and_for_the_clinic_alone() {
        var elsewhere = Portal.clinic();

        var refused = elsewhere.owner().sends("PATCH", path(), Map.of("allowed", false), Map.of());
        var done = allows(false);

        assertRefused(refused, 404, "client-not-found");
        assertThat(Trail.of(clinic).linesIn(done.header("X-Request-Id")))
                .anySatisfy(line -> assertThat(line.act()).isEqualTo("portal-access-changed"));
    }

    private String path() {
        return Api.CLIENTS + "/" + mia.id() + "/portal-access";
    }

    private Response allows(boolean allowed) {
        return clinic.owner().sends("PATCH", path(), Map.of("allowed", allowed), Map.of());
    }
}
