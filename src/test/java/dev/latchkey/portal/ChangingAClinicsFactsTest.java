package dev.latchkey.portal;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import dev.latchkey.support.Trail;
import dev.latchkey.support.Visit;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ChangingAClinicsFactsTest {

    private static final Map<String, Object> FACTS = Map.of(
            "name",
            "Riverside Physio",
            "language",
            "de",
            "phone",
            "030 901820",
            "website",
            "https://riverside.example.org",
            "replyTo",
            "desk@riverside.example.org");

    private Practice clinic;
    private Person owner;

    @BeforeEach
    void open_a_clinic() {
        clinic = Portal.clinic();
        owner = clinic.owner();
    }

    @Test
    void shows_them_on_the_portal_at_once() {
        owner.patch(Api.CLINIC, FACTS).then().statusCode(200);

        Person.stranger()
                .get(Api.PORTALS + "/" + clinic.slug())
                .then()
                .body("name", equalTo("Riverside Physio"))
                .body("language", equalTo("de"))
                .body("phone", equalTo("030 901820"))
                .body("website", equalTo("https://riverside.example.org"))
                .body("bookingUrl", equalTo("https://book.example.org/harbour"));
    }

    @Test
    void tells_a_client_how_to_reach_the_clinic() {
        owner.patch(Api.CLINIC, FACTS).then().statusCode(200);

        clinic.client("Mia")
                .signsIn()
                .get(Api.ME)
                .then()
                .body("clinic.phone", equalTo("030 901820"))
                .body("clinic.email", equalTo("desk@riverside.example.org"));
    }

    @Test
    void hides_the_booking_link_and_keeps_it() {
        owner.patch(Api.CLINIC, Map.of("bookingLinkShown", false))
                .then()
                .body("bookingUrl", equalTo("https://book.example.org/harbour"));

        Person.stranger().get(Api.PORTALS + "/" + clinic.slug()).then().body("bookingUrl", nullValue());
    }

    @Test
    void clears_what_is_null_and_leaves_what_is_not_mentioned() {
        owner.patch(Api.CLINIC, FACTS).then().statusCode(200);
        var none = new HashMap<String, @Nullable Object>();
        List.of("phone", "website", "replyTo", "bookingUrl").forEach(member -> none.put(member, null));

        owner.patch(Api.CLINIC, none)
                .then()
                .body("phone", nullValue())
                .body("website", nullValue())
                .body("replyTo", nullValue())
                .body("bookingUrl", nullValue())
                .body("name", equalTo("Riverside Physio"));
    }

    @Test
    void takes_no_link_into_the_name_that_letters_show() {
        assertRefused(owner.patch(Api.CLINIC, Map.of("name", "Log in at evil.com")), 422, "letter-text-has-link");

        owner.get(Api.CLINIC).then().body("name", equalTo("Harbour Physio"));
        assertRefused(
                Portal.operator()
                        .patch(
                                Api.OPERATOR + "/clinics/" + Database.clinicId(clinic.slug()),
                                Map.of("name", "www.evil.com")),
                422,
                "letter-text-has-link");
    }

    @Test
    void leaves_a_name_that_is_older_than_the_rule_for_links() {
        Database.execute("update clinic set name = 'Physio.com' where slug = ?", clinic.slug());

        owner.patch(Api.CLINIC, Map.of("name", "Physio.com", "phone", "030 901820"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Physio.com"))
                .body("phone", equalTo("030 901820"));
    }

    @Test
    void moves_no_appointment_with_the_time_zone() {
        var mia = clinic.client("Mia");
        var startsAt = Visit.in(Duration.ofDays(3));
        var visit = Visit.booked(owner, mia, clinic.rooms(), startsAt);

        owner.patch(Api.CLINIC, Map.of("timeZone", "Europe/Berlin")).then().body("timeZone", equalTo("Europe/Berlin"));

        owner.get(Api.STAFF_APPOINTMENTS + "/" + visit.id())
                .then()
                .body("startsAt", equalTo(startsAt.toString()))
                .body("timeZone", equalTo("Australia/Sydney"));
    }

    @ParameterizedTest
    @CsvSource({
        "name, ' '",
        "timeZone, Mars/Olympus",
        "language, tlh",
        "phone, call us",
        "phone, +49 (0) 30/90 18 20\u202e1",
        "website, javascript:alert(1)",
        "website, https://a b",
        "website, https://bank.example@evil.example",
        "website, 'https://\"<x>'",
        "bookingUrl, http://insecure.example.org",
        "replyTo, desk",
        "replyTo, 'desk@a.example.org, other@b.example.org'"
    })
    void refuses_what_is_none(String member, String value) {
        var before = owner.get(Api.CLINIC).asString();

        var refused = owner.patch(Api.CLINIC, Map.of(member, value));

        assertRefused(refused, 400, "invalid-request");
        assertThat(refused.<List<String>>path("errors.pointer")).containsExactly("/" + member);
        assertThat(owner.get(Api.CLINIC).asString()).isEqualTo(before);
    }

    @Test
    void changes_it_for_one_of_two_who_saw_the_same() throws Exception {
        var etag = owner.get(Api.CLINIC).header("ETag");

        var answers = Together.all(List.<Callable<Response>>of(
                () -> changesName("North", etag), () -> changesName("South", etag), () -> changesName("West", etag)));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 412).hasSize(2);
    }

    private Response changesName(String name, String etag) {
        return owner.sends("PATCH", Api.CLINIC, Map.of("name", name), Map.of("If-Match", etag));
    }

    @Test
    void stays_with_the_clinic_of_the_caller() {
        var other = Portal.clinic();

        owner.patch(Api.CLINIC, FACTS).then().statusCode(200);

        other.owner()
                .get(Api.CLINIC)
                .then()
                .body("name", equalTo("Harbour Physio"))
                .body("phone", nullValue());
    }

    @Test
    void is_on_record_with_the_names_of_what_changed() {
        var changed = owner.patch(Api.CLINIC, Map.of("phone", "02 9250 1234", "name", "Riverside"));

        var line = Trail.of(clinic).lineOf(changed);
        assertThat(line.act()).isEqualTo("clinic-changed");
        assertThat(line.changed()).containsExactlyInAnyOrder("name", "phone");
        assertThat(line.toString()).doesNotContain("9250");
    }

    @Test
    void is_done_by_the_operator_too() {
        var id = owner.get(Api.CLINIC).<String>path("id");

        Portal.operator().patch(Api.CLINICS + "/" + id, FACTS).then().statusCode(200);

        owner.get(Api.CLINIC).then().body("name", equalTo("Riverside Physio"));
        var unknown = Api.CLINICS + "/" + clinic.client("Mia").id();
        assertRefused(
                Portal.operator().sends("PATCH", unknown, FACTS, Map.of("If-Match", "\"any\"")),
                404,
                "clinic-not-found");
    }

    @Test
    void says_of_each_location_how_to_get_there() {
        var mia = clinic.client("Mia");
        var rooms = clinic.rooms();
        var visit = Visit.booked(owner, mia, rooms, Visit.in(Duration.ofDays(3)));
        var place = Api.LOCATIONS + "/" + rooms.get("locationId");
        owner.patch(Api.CLINIC, Map.of("phone", "02 9250 1234")).then().statusCode(200);

        mia.signsIn();
        mia.get(Api.APPOINTMENTS + "/" + visit.id()).then().body("location.phone", equalTo("02 9250 1234"));
        owner.patch(place, Map.of("phone", "02 1111", "directions", "Level 2\nby the lift", "openingHours", "8 to 18"))
                .then()
                .statusCode(200);

        mia.get(Api.APPOINTMENTS + "/" + visit.id())
                .then()
                .body("location.phone", equalTo("02 1111"))
                .body("location.directions", equalTo("Level 2\nby the lift"))
                .body("location.openingHours", equalTo("8 to 18"));
        for (var member : Arrays.asList("phone", "directions", "openingHours")) {
            var none = new HashMap<String, @Nullable Object>();
            none.put(member, null);
            owner.patch(place, none).then().statusCode(200).body(member, nullValue());
        }
    }
}
