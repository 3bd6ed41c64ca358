package dev.latchkey.login;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HavingSeveralSessionsTest {

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia").signsIn();
    private final Person phone = Person.withToken(mia.token());

    @Test
    void shows_them_newest_first_and_which_one_asks() {
        mia.signsInAgain();

        mia.get(Api.SESSIONS).then().statusCode(200).body("items.current", contains(true, false));
        phone.get(Api.SESSIONS).then().body("items.current", contains(false, true));
        phone.get(Api.SESSIONS + "?limit=1").then().body("items.size()", equalTo(1));
    }

    @Test
    void names_each_by_browser_and_system_and_keeps_no_more_of_them() {
        var kept = "Version/18.5 Mobile/15E148";
        var iphone =
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 " + kept + " Safari/604.1";
        mia.signsInAgainWith(Map.of("User-Agent", iphone));

        mia.get(Api.SESSIONS)
                .then()
                .body(
                        "items[0].device",
                        equalTo(Map.of("browser", "safari", "system", "iphone", "name", "Safari on iPhone")))
                .body("items[1].device.name", equalTo("Unknown device"));
        assertThat(Database.holds("session", kept)).isFalse();
    }

    @Test
    void lets_one_be_ended_from_another() {
        mia.signsInAgain();
        var other = mia.get(Api.SESSIONS).<String>path("items.find { !it.current }.id");

        mia.endsSession(other).then().statusCode(204);

        assertRefused(phone.get(Api.ME), 401, "session-ended");
        mia.get(Api.SESSIONS).then().body("items.size()", equalTo(1));
        mia.endsSession(other).then().statusCode(204); // a second click
    }

    @Test
    void shows_and_ends_no_other_clients() {
        var noah = clinic.client("Noah").signsIn();
        var his = noah.get(Api.SESSIONS).<String>path("items[0].id");

        assertRefused(mia.endsSession(his), 404, "session-not-found");
        assertRefused(mia.endsSession(UUID.randomUUID().toString()), 404, "session-not-found");
        mia.get(Api.SESSIONS).then().body("items.size()", equalTo(1));
        noah.get(Api.ME).then().statusCode(200);
    }

    @Test
    void leaves_out_what_has_ended_by_itself() {
        Database.secondsPassForSessionsOf(mia.id(), 31 * 60);
        mia.signsInAgain();

        assertThat(mia.get(Api.SESSIONS).<Integer>path("items.size()")).isEqualTo(1);
    }

    @Test
    void is_over_when_the_clinic_puts_the_client_out() {
        mia.signsInAgain();

        clinic.owner().endsSessionsOf(mia).then().statusCode(204);

        assertRefused(mia.get(Api.ME), 401, "session-ended");
        assertRefused(phone.get(Api.ME), 401, "session-ended");
        assertRefused(Portal.clinic().owner().endsSessionsOf(mia), 404, "client-not-found");
    }

    @Test
    void ends_the_one_they_call_with_as_signing_out_does() {
        var current = mia.get(Api.SESSIONS).<String>path("items.find { it.current }.id");
        var other = mia.get(Api.SESSIONS).<String>path("items.find { !it.current }.id");

        var elsewhere = mia.endsSession(other);
        var here = mia.endsSession(current);

        assertThat(elsewhere.headers().hasHeaderWithName("Clear-Site-Data")).isFalse();
        here.then().statusCode(204).header("Clear-Site-Data", "\"cache\"");
        assertThat(here.header("Set-Cookie"))
                .startsWith("__Host-latchkey-client=;")
                .contains("Max-Age=0");
    }
}
