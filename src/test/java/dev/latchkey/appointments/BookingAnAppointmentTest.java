package dev.latchkey.appointments;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Visit;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BookingAnAppointmentTest {

    private Practice clinic;
    private Person mia;
    private Map<String, String> rooms;
    private Map<String, Object> wish;

    @BeforeEach
    void set_the_scene() {
        clinic = Portal.clinic();
        mia = clinic.client("Mia");
        rooms = clinic.rooms();
        wish = Visit.wish(rooms, Visit.in(Duration.ofDays(5)));
    }

    @Test
    void answers_with_what_can_be_read_again_and_changed() {
        var made = asks(wish);

        made.then()
                .statusCode(201)
                .body("clientId", equalTo(mia.id()))
                .body("locationId", equalTo(rooms.get("locationId")))
                .body("practitionerId", equalTo(rooms.get("practitionerId")))
                .body("serviceId", equalTo(rooms.get("serviceId")))
                .body("service.name", equalTo("Consultation"))
                .body("status", equalTo("pending"))
                .body("cancelledAt", nullValue());
        var read = clinic.owner().get(URI.create(made.header("Location")).getPath());
        assertThat(read.asString()).isEqualTo(made.asString());
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001-02-03T04:05:00Z", "2099-12-31T23:59:00Z", "2026-12-02T09:30:00+11:00"})
    void takes_the_past_and_the_far_future_and_any_offset(String startsAt) {
        wish.put("startsAt", startsAt);

        asks(wish)
                .then()
                .statusCode(201)
                .body(
                        "startsAt",
                        equalTo(OffsetDateTime.parse(startsAt).toInstant().toString()));
    }

    @Test
    void shows_in_the_clients_list() {
        asks(wish);
        asks(Visit.wish(rooms, Visit.in(Duration.ofDays(-5))));

        clinic.owner().get(Visit.path(mia)).then().body("items.clientId", equalTo(List.of(mia.id())));
        clinic.owner().get(Visit.path(mia) + "?when=past").then().body("items.size()", equalTo(1));
    }

    @Test
    void is_refused_for_an_archived_client() {
        clinic.owner().archives(mia).then().statusCode(200);

        assertRefused(asks(wish), 409, "client-archived");
    }

    @ParameterizedTest
    @CsvSource({"locationId, location-unknown", "practitionerId, practitioner-unknown", "serviceId, service-unknown"})
    void is_refused_with_what_belongs_to_another_clinic(String member, String code) {
        wish.put(member, Portal.clinic().rooms().get(member));

        assertRefused(asks(wish), 422, code);
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void is_refused_when_it_breaks_the_contract(String member, @Nullable Object value) {
        wish.put(member, value);

        var answer = asks(wish);

        assertRefused(answer, 400, "invalid-request");
        assertThat(answer.<List<String>>path("errors.pointer")).containsExactly("/" + member);
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                arguments("startsAt", "2026-12-01T22:30:01Z"),
                arguments("startsAt", "1999-12-31T23:59:00Z"),
                arguments("startsAt", "2100-01-01T00:00:00Z"),
                arguments("startsAt", "2026-12-01 22:30"),
                arguments("startsAt", "2026-12-01T22:30:00"),
                arguments("startsAt", 1_796_164_200),
                arguments("startsAt", "1796164200"),
                arguments("durationMinutes", 4),
                arguments("durationMinutes", 1441),
                arguments("durationMinutes", 45.5),
                arguments("durationMinutes", "45"),
                arguments("durationMinutes", null),
                arguments("locationId", "harbour"),
                arguments("serviceId", null),
                arguments("colour", "red"));
    }

    @Test
    void twice_with_one_idempotency_key_books_one() {
        var first = Visit.asksWithKey(clinic.owner(), mia, wish, "click-1");
        var again = Visit.asksWithKey(clinic.owner(), mia, wish, "click-1");
        wish.put("durationMinutes", 60);
        var other = Visit.asksWithKey(clinic.owner(), mia, wish, "click-1");

        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertRefused(other, 422, "idempotency-key-reused");
        clinic.owner().get(Visit.path(mia)).then().body("items.size()", equalTo(1));
    }

    @Test
    void is_no_business_of_another_clinic() {
        var visit = new Visit(Portal.clinic().owner(), asks(wish).path("id"));

        assertRefused(Visit.asks(visit.staff(), mia, wish), 404, "client-not-found");
        assertRefused(visit.staff().get(Visit.path(mia)), 404, "client-not-found");
        assertRefused(visit.reads(), 404, "appointment-not-found");
        assertRefused(visit.cancels(), 404, "appointment-not-found");
        assertRefused(
                visit.staff()
                        .request()
                        .header("If-Match", "*")
                        .contentType("application/json")
                        .body(Map.of("confirmed", true))
                        .patch(visit.path()),
                404,
                "appointment-not-found");
    }

    @Test
    void is_the_receptionists_business_and_not_the_accountants() {
        Visit.asks(clinic.staff("receptionist"), mia, wish).then().statusCode(201);

        assertRefused(Visit.asks(clinic.staff("accountant"), mia, wish), 403, "forbidden");
    }

    private Response asks(Object body) {
        return Visit.asks(clinic.owner(), mia, body);
    }
}
