package dev.latchkey.appointments;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Visit;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LookingAtAppointmentsTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private Practice clinic;
    private Person mia;
    private Map<String, String> rooms;

    @BeforeEach
    void set_the_scene() {
        clinic = Portal.clinic();
        mia = clinic.client("Mia");
        rooms = clinic.rooms();
    }

    @Test
    void shows_when_and_where_and_with_whom() {
        var startsAt = Visit.in(Duration.ofDays(3));
        var visit = booked(startsAt);
        mia.signsIn();

        var location = new HashMap<String, @Nullable Object>(Map.of("name", "Harbour", "address", "1 Quay Street"));
        Stream.of("phone", "directions", "openingHours").forEach(member -> location.put(member, null));

        var expected = Map.of(
                "id",
                visit.id(),
                "startsAt",
                startsAt.toString(),
                "endsAt",
                startsAt.plus(Duration.ofMinutes(45)).toString(),
                "durationMinutes",
                45,
                "timeZone",
                "Australia/Sydney",
                "location",
                location,
                "practitioner",
                Map.of("displayName", "Dr Park"),
                "service",
                Map.of("name", "Consultation"),
                "status",
                "pending",
                "confirmed",
                false);

        assertThat(mia.get(Api.APPOINTMENTS + "/" + visit.id()).<Map<String, Object>>path(""))
                .isEqualTo(expected);
        assertThat(mia.get(Api.APPOINTMENTS).<List<Map<String, Object>>>path("items"))
                .containsExactly(expected);
    }

    @Test
    void keeps_the_hour_on_the_wall_when_clocks_change() {
        var next = SYDNEY.getRules().nextTransition(Instant.now()).getInstant();
        var last = SYDNEY.getRules().previousTransition(Instant.now()).getInstant();
        var around = Stream.of(next, last)
                .flatMap(change -> Stream.of(atNineInSydney(change, -2), atNineInSydney(change, 2)))
                .toList();
        around.forEach(this::booked);
        mia.signsIn();

        assertThat(starts("upcoming")).containsExactly(around.get(0), around.get(1));
        assertThat(starts("past")).containsExactly(around.get(3), around.get(2));
        for (var when : List.of("upcoming", "past")) {
            for (Map<String, Object> item : items("?when=" + when)) {
                var zone = ZoneId.of((String) item.get("timeZone"));
                assertThat(Instant.parse((String) item.get("startsAt"))
                                .atZone(zone)
                                .toLocalTime())
                        .isEqualTo(LocalTime.of(9, 0));
            }
        }
        assertThat(Duration.between(around.get(0), around.get(1))).isNotEqualTo(Duration.ofDays(4));
    }

    @Test
    void takes_the_time_zone_from_the_location() {
        var elsewhere = new HashMap<>(rooms);
        elsewhere.put("locationId", clinic.location("Norfolk Island", "Pacific/Norfolk"));
        booked(Visit.in(Duration.ofDays(1)));
        Visit.booked(clinic.owner(), mia, elsewhere, Visit.in(Duration.ofDays(2)));
        mia.signsIn();

        mia.get(Api.APPOINTMENTS)
                .then()
                .body("items.timeZone", equalTo(List.of("Australia/Sydney", "Pacific/Norfolk")))
                .body("items.location.name", equalTo(List.of("Harbour", "Norfolk Island")))
                .body("items[1].location.address", equalTo(null));
    }

    @Test
    void shows_nothing_of_other_clients() {
        var noahs = Visit.booked(clinic.owner(), clinic.client("Noah"), rooms, Visit.in(Duration.ofDays(1)));
        mia.signsIn();

        assertThat(items("")).isEmpty();
        assertRefused(mia.get(Api.APPOINTMENTS + "/" + noahs.id()), 404, "appointment-not-found");
    }

    @Test
    void is_for_clients_who_have_signed_in() {
        assertRefused(Person.stranger().get(Api.APPOINTMENTS), 401, "unauthenticated");
        assertRefused(clinic.owner().get(Api.APPOINTMENTS), 403, "forbidden");
        assertRefused(mia.signsIn().get(Visit.path(mia)), 403, "forbidden");
    }

    @Test
    void says_when_nothing_has_changed() {
        var path = Api.APPOINTMENTS + "/" + booked(Visit.in(Duration.ofDays(1))).id();
        var etag = mia.signsIn().get(path).header("ETag");

        mia.request().header("If-None-Match", etag).get(path).then().statusCode(304);
    }

    private Visit booked(Instant startsAt) {
        return Visit.booked(clinic.owner(), mia, rooms, startsAt);
    }

    private static Instant atNineInSydney(Instant change, int days) {
        return change.atZone(SYDNEY).plusDays(days).with(LocalTime.of(9, 0)).toInstant();
    }

    private List<Instant> starts(String when) {
        return items("?when=" + when).stream()
                .map(item -> Instant.parse((String) item.get("startsAt")))
                .toList();
    }

    private List<Map<String, Object>> items(String filters) {
        return mia.get(Api.APPOINTMENTS + filters)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }
}
