package dev.latchkey.boot;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Bill;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node with a newer Java has stored the zone of a clinic, which this one's does not know. */
@QuarkusTest
class NotKnowingATimeZoneTest {

    private static final String UNKNOWN = "Atlantis/Poseidonis";

    @Inject
    TimeZonesCheck check;

    private Practice clinic;
    private Person mia;

    @BeforeEach
    void open() {
        clinic = Portal.clinic();
        mia = clinic.client("Mia");
        Database.execute("update clinic set time_zone = ? where slug = ?", UNKNOWN, clinic.slug());
    }

    @Test
    void is_said_at_the_start() {
        assertThat(check.unknown()).contains(UNKNOWN);
    }

    @Test
    void shows_the_clinic_and_all_others() {
        Person.stranger()
                .get(Api.PORTALS + "/" + clinic.slug())
                .then()
                .statusCode(200)
                .body("timeZone", equalTo(UNKNOWN));
        Portal.operator().get(Api.CLINICS).then().statusCode(200).body("items[0].timeZone", equalTo(UNKNOWN));
    }

    @Test
    void lets_its_clients_sign_in() {
        mia.signsIn().get(Api.ME).then().statusCode(200);

        assertThat(Mailbox.newestTo(mia.email()).text()).contains("(UTC)");
    }

    @Test
    void refuses_what_the_clinics_day_decides_and_no_one_elses() {
        var other = Portal.clinic();

        assertRefused(clinic.owner().get(Bill.path(mia)), 503, "unavailable");
        other.owner().get(Bill.path(other.client("Noah"))).then().statusCode(200);
    }
}
