package dev.latchkey.appointments;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import dev.latchkey.support.Visit;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ChangingAnAppointmentTest {

    private Practice clinic;
    private Person mia;
    private Map<String, String> rooms;
    private Instant startsAt;
    private Visit visit;

    @BeforeEach
    void set_the_scene() {
        clinic = Portal.clinic();
        mia = clinic.client("Mia");
        rooms = clinic.rooms();
        startsAt = Visit.in(Duration.ofHours(20));
        visit = Visit.booked(clinic.owner(), mia, rooms, startsAt);
    }

    @Test
    void moves_it_and_keeps_its_length() {
        var later = startsAt.plus(Duration.ofDays(7));

        visit.changes(Map.of("startsAt", later.toString()))
                .then()
                .statusCode(200)
                .body("startsAt", equalTo(later.toString()))
                .body("endsAt", equalTo(later.plus(Duration.ofMinutes(45)).toString()))
                .body("locationId", equalTo(rooms.get("locationId")))
                .body("status", equalTo("pending"));
    }

    @Test
    void leaves_alone_what_is_not_mentioned() {
        visit.changes(Map.of("confirmed", true, "durationMinutes", 60)).then().statusCode(200);

        var before = visit.reads();
        var after = visit.changes(Map.of());

        assertThat(after.asString()).isEqualTo(before.asString());
        after.then().body("confirmed", equalTo(true)).body("durationMinutes", equalTo(60));
    }

    @Test
    void shows_the_new_place_at_once() {
        var norfolk = clinic.location("Norfolk Island", "Pacific/Norfolk");

        visit.changes(Map.of("locationId", norfolk))
                .then()
                .body("location.name", equalTo("Norfolk Island"))
                .body("timeZone", equalTo("Pacific/Norfolk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrived", "missed"})
    void marks_it_on_its_day_and_takes_the_mark_back(String status) {
        visit.changes(Map.of("status", status)).then().statusCode(200).body("status", equalTo(status));
        visit.changes(Map.of("status", "pending")).then().statusCode(200).body("status", equalTo("pending"));
    }

    @Test
    void marks_none_that_is_more_than_a_day_ahead() {
        visit.changes(Map.of("startsAt", startsAt.plus(Duration.ofDays(1)).toString()));

        assertRefused(visit.changes(Map.of("status", "arrived")), 409, "appointment-ahead");
        visit.reads().then().body("status", equalTo("pending"));
    }

    @Test
    void is_refused_once_it_is_cancelled() {
        visit.cancels();

        assertRefused(visit.changes(Map.of("status", "pending")), 409, "appointment-cancelled");
    }

    @ParameterizedTest
    @CsvSource({"locationId, location-unknown", "practitionerId, practitioner-unknown", "serviceId, service-unknown"})
    void is_refused_with_what_belongs_to_another_clinic(String member, String code) {
        var others = Portal.clinic().rooms().get(member);

        assertRefused(visit.changes(Map.of(member, others)), 422, code);
        visit.reads().then().body(member, equalTo(rooms.get(member)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"startsAt", "durationMinutes", "locationId", "practitionerId", "serviceId", "status", "confirmed"
            })
    void takes_nothing_away(String member) {
        var answer = visit.changes(Collections.singletonMap(member, null));

        assertRefused(answer, 400, "invalid-request");
        answer.then().body("errors.pointer", equalTo(List.of("/" + member)));
    }

    @Test
    void takes_an_id_as_the_contract_writes_it_and_in_no_other_form() {
        var bytes = new byte[16];
        var base64 = Base64.getEncoder().encodeToString(bytes);

        var answer = visit.changes(Map.of("locationId", base64));

        assertRefused(answer, 400, "invalid-request");
        answer.then().body("errors.pointer", equalTo(List.of("/locationId")));
        assertRefused(visit.changes(Map.of("locationId", "1-1-1-1-1")), 400, "invalid-request");
    }

    @Test
    void does_not_cancel_it() {
        var answer = visit.changes(Map.of("status", "cancelled"));

        assertRefused(answer, 400, "invalid-request");
        answer.then().body("errors.pointer", equalTo(List.of("/status")));
    }

    @Test
    void is_refused_without_having_read_it() {
        assertRefused(patch(null, Map.of("confirmed", true)), 428, "precondition-required");
    }

    @Test
    void is_refused_to_who_has_not_seen_the_last_change() {
        var etag = visit.reads().header("ETag");
        visit.changes(Map.of("durationMinutes", 60)).then().statusCode(200);

        assertRefused(patch(etag, Map.of("confirmed", true)), 412, "precondition-failed");
    }

    @Test
    void of_many_at_once_succeeds_for_one() throws Exception {
        var etag = visit.reads().header("ETag");

        var statuses = Together.all(IntStream.range(0, 6)
                        .<Callable<Response>>mapToObj(
                                minutes -> () -> patch(etag, Map.of("durationMinutes", 50 + minutes)))
                        .toList())
                .stream()
                .map(Response::statusCode)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 412, 412, 412, 412, 412);
    }

    private Response patch(@Nullable String ifMatch, Object changes) {
        var request = visit.staff().request().contentType(ContentType.JSON).body(changes);
        return ifMatch == null
                ? request.patch(visit.path())
                : request.header("If-Match", ifMatch).patch(visit.path());
    }
}
