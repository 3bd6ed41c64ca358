package dev.latchkey.sessions;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningOutTest {

    @Test
    void works_at_once() {
        var mia = Portal.clinic().client("Mia").signsIn();

        mia.signsOut().then().statusCode(204);

        assertRefused(mia.get(Api.ME), 401, "session-ended");
    }

    @Test
    void may_be_done_twice() {
        var mia = Portal.clinic().client("Mia").signsIn();

        for (var n = 0; n < 2; n++) {
            mia.signsOut().then().statusCode(204).header("Set-Cookie", startsWith("__Host-latchkey-client=;"));
        }

        assertRefused(mia.get(Api.ME), 401, "session-ended");
        assertRefused(mia.get(Api.SESSIONS), 401, "session-ended");
    }

    @Test
    void may_be_done_twice_by_the_id_of_the_session() {
        var mia = Portal.clinic().client("Mia").signsIn();
        var own = Api.SESSIONS + "/" + mia.get(Api.SESSIONS).<String>path("items[0].id");

        for (var n = 0; n < 2; n++) {
            mia.delete(own)
                    .then()
                    .statusCode(204)
                    .header("Set-Cookie", startsWith("__Host-latchkey-client=;"))
                    .header("Clear-Site-Data", "\"cache\"");
        }

        mia.signsOut().then().statusCode(204);
        assertRefused(mia.get(Api.ME), 401, "session-ended");
    }

    @Test
    void lets_its_token_end_no_other_session() {
        var mia = Portal.clinic().client("Mia").signsIn();
        var phone = Person.withToken(mia.token());
        mia.signsInAgain();
        var other = mia.get(Api.SESSIONS).<String>path("items.find { it.current }.id");
        var own = mia.get(Api.SESSIONS).<String>path("items.find { !it.current }.id");
        phone.signsOut().then().statusCode(204);

        assertRefused(phone.endsSession(other), 401, "session-ended");
        assertRefused(phone.endsSession(UUID.randomUUID().toString()), 401, "session-ended");
        assertRefused(phone.endsStaffSession(own), 403, "forbidden");

        mia.get(Api.ME).then().statusCode(200);
    }

    @Test
    void is_nothing_that_a_forged_token_or_one_of_a_former_profile_can_do() {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia").signsIn();
        var forged = mia.token().substring(0, mia.token().length() - 4) + "AAAA";
        var noah = clinic.client("Noah", mia.email());
        var asNoah = Person.withToken(mia.switchesTo(noah.id()).path("accessToken"));
        var own = asNoah.get(Api.SESSIONS).<String>path("items[0].id");

        assertRefused(Person.withToken(forged).signsOut(), 401, "token-invalid");
        assertRefused(Person.withToken(forged).endsSession(own), 401, "token-invalid");
        assertRefused(mia.signsOut(), 401, "token-invalid");
        assertRefused(asNoah.signsOutOfStaff(), 403, "forbidden");

        asNoah.get(Api.ME).then().statusCode(200);
    }

    @Test
    void leaves_other_devices_signed_in() {
        var mia = Portal.clinic().client("Mia").signsIn();
        var phone = Person.withToken(mia.token());
        mia.signsInAgain();

        phone.signsOut().then().statusCode(204);

        mia.get(Api.ME).then().statusCode(200);
    }

    @Test
    void happens_by_itself_after_12_hours() {
        var mia = Portal.clinic().client("Mia").signsIn();
        Database.hoursPassForSessionsOf(mia.id(), 12);

        assertRefused(mia.get(Api.ME), 401, "session-ended");
    }

    @Test
    void happens_when_the_client_is_archived() {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia").signsIn();

        clinic.owner().archives(mia).then().statusCode(200);

        assertRefused(mia.get(Api.ME), 401, "session-ended");
    }

    @Test
    void happens_when_the_address_changes() {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia").signsIn();

        clinic.owner().changesEmailOf(mia, Portal.anAddress("new")).then().statusCode(200);

        assertRefused(mia.get(Api.ME), 401, "session-ended");
    }
}
