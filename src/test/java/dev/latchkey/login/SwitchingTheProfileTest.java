package dev.latchkey.login;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.RefreshCookie;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SwitchingTheProfileTest {

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private final Person noah = clinic.client("Noah", mia.email());

    private Response enteredAsMia() {
        mia.asksForALoginLink();
        var offer = mia.follows(Mailbox.newestTo(mia.email()).fragment());
        return mia.chooses(offer.path("choiceToken"), offer.path("profiles[0].ref"));
    }

    @Test
    void shows_whom_the_mailbox_reaches() {
        enteredAsMia();

        mia.get(Api.MY_PROFILES)
                .then()
                .statusCode(200)
                .body("items.displayName", contains("Mia L.", "Noah L."))
                .body("items.current", contains(true, false));
    }

    /** Or a page that asks again and again would fill the trail, from which nothing is taken out. */
    @Test
    void is_put_on_record_once_however_often_a_page_looks() {
        enteredAsMia();

        for (var n = 0; n < 3; n++) {
            mia.get(Api.MY_PROFILES).then().statusCode(200);
        }

        assertThat(Trail.of(clinic).lines())
                .filteredOn(line -> line.toString().equals("client profiles-listed"))
                .hasSize(1);
    }

    @Test
    void goes_on_as_the_other_in_the_same_session() {
        enteredAsMia();
        var before = mia.get(Api.SESSIONS).<String>path("items[0].endsAt");

        var switched = mia.switchesTo(noah.id());

        switched.then().statusCode(200).body("profile.displayName", equalTo("Noah Larsen"));
        var asNoah = Person.withToken(switched.path("accessToken"));
        asNoah.get(Api.ME).then().statusCode(200).body("id", equalTo(noah.id()));
        assertThat(asNoah.get(Api.SESSIONS).<String>path("items[0].endsAt")).isEqualTo(before);
        assertRefused(mia.get(Api.ME), 401, "token-invalid");
    }

    /** Else ten minutes with a stolen access token could be made twelve hours. */
    @Test
    void hands_out_no_refresh_token_and_leaves_the_one_there_is() {
        var cookie = RefreshCookie.of(enteredAsMia());

        var switched = mia.switchesTo(noah.id());

        switched.then().statusCode(200).header("Set-Cookie", nullValue()).body("refreshToken", nullValue());
        cookie.refreshes().then().statusCode(200).body("profile.id", equalTo(noah.id()));
    }

    @Test
    void reaches_no_client_with_another_address() {
        enteredAsMia();
        var stranger = clinic.client("Ella");

        assertRefused(mia.switchesTo(stranger.id()), 404, "profile-not-found");
        assertRefused(mia.switchesTo(UUID.randomUUID().toString()), 404, "profile-not-found");
        assertRefused(mia.post(Api.SWITCHING, Map.of()), 400, "invalid-request");
    }

    @Test
    void reaches_no_client_who_was_archived_or_has_moved() {
        enteredAsMia();
        clinic.owner().archives(noah).then().statusCode(200);
        mia.signsInAgain();

        assertRefused(mia.switchesTo(noah.id()), 404, "profile-not-found");
    }
}
