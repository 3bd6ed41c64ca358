package dev.latchkey.login;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A session is the mailbox's that opened it, at whichever of its profiles it stands. */
@QuarkusTest
class SharingAMailboxTest {

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia").signsIn();
    private final Person tablet = Person.withToken(mia.token());
    private final Person phone = Person.withToken(mia.signsInAgain().token());
    private final Person noah = clinic.client("Noah", mia.email());
    private final Person parked = Person.withToken(phone.switchesTo(noah.id()).path("accessToken"));

    @Test
    void shows_each_session_to_each_profile() {
        tablet.get(Api.SESSIONS).then().body("items.current", contains(false, true));
        parked.get(Api.SESSIONS).then().body("items.current", contains(true, false));
        tablet.get(Api.SESSIONS + "?limit=1").then().body("items", hasSize(1));
    }

    @Test
    void lets_one_be_ended_wherever_it_stands() {
        var other = tablet.get(Api.SESSIONS).<String>path("items.find { !it.current }.id");

        tablet.endsSession(other).then().statusCode(204);

        assertRefused(parked.get(Api.ME), 401, "session-ended");
        tablet.get(Api.SESSIONS).then().body("items", hasSize(1));
    }

    @Test
    void ends_for_both_when_the_clinic_puts_one_of_them_out() {
        clinic.owner().endsSessionsOf(mia).then().statusCode(204);

        assertRefused(tablet.get(Api.ME), 401, "session-ended");
        assertRefused(parked.get(Api.ME), 401, "session-ended");
        assertThat(Trail.of(clinic).lines())
                .filteredOn(line -> line.toString().contains("ended-by-staff"))
                .hasSize(2);
    }

    /** Else it could come back once the client is restored. */
    @Test
    void ends_for_both_when_one_is_archived() {
        var archival = Api.CLIENTS + "/" + mia.id() + "/archival";

        clinic.owner().put(archival).then().statusCode(200);
        clinic.owner().delete(archival).then().statusCode(200);

        assertRefused(parked.get(Api.ME), 401, "session-ended");
        assertRefused(tablet.get(Api.ME), 401, "session-ended");
    }

    @Test
    void ends_for_both_when_one_moves_to_another_mailbox() {
        clinic.owner().changesEmailOf(mia, Portal.anAddress("new")).then().statusCode(200);

        assertRefused(parked.get(Api.ME), 401, "session-ended");
    }

    @Test
    void is_nothing_that_another_mailbox_sees_or_ends() {
        var ella = clinic.client("Ella").signsIn();
        var elsewhere = Portal.clinic().client("Mia", mia.email());
        elsewhere.signsInAgain();
        var id = parked.get(Api.SESSIONS).<String>path("items[0].id");

        for (var stranger : new Person[] {ella, elsewhere}) {
            stranger.get(Api.SESSIONS).then().body("items", hasSize(1));
            assertRefused(stranger.endsSession(id), 404, "session-not-found");
        }
        clinic.owner().endsSessionsOf(ella).then().statusCode(204);

        parked.get(Api.ME).then().statusCode(200).body("id", equalTo(noah.id()));
        elsewhere.get(Api.ME).then().statusCode(200);
    }

    /** A node of the release before says nothing of the mailbox. */
    @Test
    void is_written_down_by_the_database() {
        assertThat(Database.count(
                        "select count(*) from session where client_id in (?, ?) and address_key = ?",
                        UUID.fromString(mia.id()),
                        UUID.fromString(noah.id()),
                        mia.email()))
                .isEqualTo(2);
    }
}
