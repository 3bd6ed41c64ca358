package dev.latchkey.login;

import static dev.latchkey.support.Refusals.assertRefused;

import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningOutTest {

    @Test
    void works_at_once() {
        var mia = Portal.clinic().client("Mia").signsIn();

        mia.delete("/v1/sessions/current").then().statusCode(204);

        assertRefused(mia.get("/v1/me"), 401, "session-ended");
    }

    @Test
    void leaves_other_devices_signed_in() {
        var mia = Portal.clinic().client("Mia").signsIn();
        var phone = Person.withToken(mia.token());
        mia.signsInAgain();

        phone.delete("/v1/sessions/current").then().statusCode(204);

        mia.get("/v1/me").then().statusCode(200);
    }

    @Test
    void happens_by_itself_after_12_hours() {
        var mia = Portal.clinic().client("Mia").signsIn();
        Database.hoursPassForSessionsOf(mia.id(), 12);

        assertRefused(mia.get("/v1/me"), 401, "session-ended");
    }

    @Test
    void happens_when_the_client_is_archived() {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia").signsIn();

        clinic.owner().put("/v1/staff/clients/" + mia.id() + "/archival").then().statusCode(200);

        assertRefused(mia.get("/v1/me"), 401, "session-ended");
    }

    @Test
    void happens_when_the_address_changes() {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia").signsIn();

        clinic.owner()
                .patch("/v1/staff/clients/" + mia.id(), Map.of("email", Portal.anAddress("new")))
                .then()
                .statusCode(200);

        assertRefused(mia.get("/v1/me"), 401, "session-ended");
    }
}
