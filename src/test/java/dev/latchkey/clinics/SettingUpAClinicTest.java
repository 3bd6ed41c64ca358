package dev.latchkey.clinics;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SettingUpAClinicTest {

    private Practice clinic;
    private Person owner;

    @BeforeEach
    void set_the_scene() {
        clinic = Portal.clinic();
        owner = clinic.owner();
    }

    @ParameterizedTest
    @EnumSource
    void answers_with_what_can_be_read_again(What what) {
        var made = adds(owner, what);

        made.then().statusCode(201);
        var read = owner.get(URI.create(made.header("Location")).getPath());
        assertThat(read.asString()).isEqualTo(made.asString());
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
        assertThat(read.<Map<String, Object>>path("")).containsAllEntriesOf(what.example);
        owner.get(what.list()).then().body("items.id", equalTo(List.of(made.<String>path("id"))));
    }

    @ParameterizedTest
    @EnumSource
    void is_for_those_who_set_up_and_shown_to_those_who_care(What what) {
        var path = path(what, adds(owner, what));
        var receptionist = clinic.staff("receptionist");
        var accountant = clinic.staff("accountant");

        assertRefused(adds(receptionist, what), 403, "forbidden");
        assertRefused(receptionist.patch(path, Map.of()), 403, "forbidden");
        receptionist.get(path).then().statusCode(200);
        adds(clinic.staff("practice-manager"), what).then().statusCode(201);
        assertRefused(accountant.get(path), 403, "forbidden");
        assertRefused(accountant.get(what.list()), 403, "forbidden");
    }

    @ParameterizedTest
    @EnumSource
    void is_no_business_of_another_clinic(What what) {
        var path = path(what, adds(owner, what));
        var stranger = Portal.clinic().owner();

        assertRefused(stranger.get(path), 404, what.unknown());
        assertRefused(patch(stranger, path, "*", Map.of()), 404, what.unknown());
        stranger.get(what.list()).then().body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @EnumSource
    void changes_only_what_the_caller_has_seen(What what) {
        var path = path(what, adds(owner, what));
        var etag = owner.get(path).header("ETag");

        assertRefused(patch(owner, path, null, Map.of(what.name, "New")), 428, "precondition-required");
        patch(owner, path, etag, Map.of(what.name, "New"))
                .then()
                .statusCode(200)
                .body(what.name, equalTo("New"));
        assertRefused(patch(owner, path, etag, Map.of(what.name, "Newer")), 412, "precondition-failed");
    }

    @ParameterizedTest
    @EnumSource
    void of_many_changes_at_once_takes_one(What what) throws Exception {
        var path = path(what, adds(owner, what));
        var etag = owner.get(path).header("ETag");

        var statuses = Together.all(IntStream.range(0, 6)
                        .<Callable<Response>>mapToObj(
                                i -> () -> patch(owner, path, etag, Map.of(what.name, "New " + i)))
                        .toList())
                .stream()
                .map(Response::statusCode)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 412, 412, 412, 412, 412);
    }

    @ParameterizedTest
    @EnumSource
    void twice_with_one_idempotency_key_adds_one(What what) {
        var first = addsWithKey(what);
        var again = addsWithKey(what);

        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        owner.get(what.list()).then().body("items.size()", equalTo(1));
    }

    @ParameterizedTest
    @EnumSource
    void lists_by_name_whatever_the_case_and_page_by_page(What what) {
        var names = List.of("Aa", "ab", "AB", "b", "B", "\u0130stanbul", "\u00c9cole", "\u00e9cole", "\u03a3\u03a3");
        names.forEach(name -> adds(owner, what, named(what, name)).then().statusCode(201));
        var whole = owner.get(what.list()).<List<String>>path("items." + what.name);

        assertThat(whole).containsExactlyInAnyOrderElementsOf(names);
        assertThat(whole.indexOf("Aa")).isLessThan(whole.indexOf("ab"));
        assertThat(whole.indexOf("AB")).isLessThan(whole.indexOf("b"));
        for (var limit : new int[] {1, 2, 4}) {
            assertThat(walk(what, limit)).isEqualTo(whole);
        }
    }

    @Test
    void gives_a_location_the_clinics_time_zone_unless_it_has_its_own() {
        adds(owner, What.LOCATION).then().body("timeZone", equalTo("Australia/Sydney"));
        adds(owner, What.LOCATION, Map.of("name", "Perth", "timeZone", "Australia/Perth"))
                .then()
                .statusCode(201)
                .body("timeZone", equalTo("Australia/Perth"))
                .body("address", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AEST", "+10:00", "UTC+10", "Australia/Atlantis", "SystemV/PST8", ""})
    void refuses_a_time_zone_that_knows_no_summer(String timeZone) {
        var path = path(What.LOCATION, adds(owner, What.LOCATION));

        for (var answer : List.of(
                adds(owner, What.LOCATION, Map.of("name", "Somewhere", "timeZone", timeZone)),
                owner.patch(path, Map.of("timeZone", timeZone)))) {
            assertRefused(answer, 400, "invalid-request");
            assertThat(answer.<List<String>>path("errors.pointer")).containsExactly("/timeZone");
        }
    }

    @Test
    void takes_an_address_away_and_leaves_what_is_not_mentioned() {
        var path = path(What.LOCATION, adds(owner, What.LOCATION));
        var none = new HashMap<String, @Nullable Object>();
        none.put("address", null);

        owner.patch(path, Map.of("timeZone", "Australia/Perth"))
                .then()
                .statusCode(200)
                .body("address", equalTo("1 Quay Street"));
        owner.patch(path, none)
                .then()
                .statusCode(200)
                .body("address", nullValue())
                .body("name", equalTo("Harbour"))
                .body("timeZone", equalTo("Australia/Perth"));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 1441, -5})
    void refuses_a_service_no_appointment_could_be(int minutes) {
        var answer = adds(owner, What.SERVICE, Map.of("name", "Consultation", "durationMinutes", minutes));

        assertRefused(answer, 400, "invalid-request");
        assertThat(answer.<List<String>>path("errors.pointer")).containsExactly("/durationMinutes");
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_name_that_shows_nothing(What what) {
        for (var name : List.of("", "  ", "a\u0000b", "x".repeat(201))) {
            assertRefused(adds(owner, what, named(what, name)), 400, "invalid-request");
        }
        assertRefused(adds(owner, what, Map.of()), 400, "invalid-request");
    }

    private List<String> walk(What what, int limit) {
        var names = new ArrayList<String>();
        var cursor = "";
        do {
            var page = owner.get(what.list() + "?limit=" + limit + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            names.addAll(page.<List<String>>path("items." + what.name));
            cursor = page.path("nextCursor") == null ? "" : "&cursor=" + page.path("nextCursor");
        } while (!cursor.isEmpty() && names.size() < 100);
        return names;
    }

    private static Response adds(Person staff, What what) {
        return adds(staff, what, what.example);
    }

    private static Response adds(Person staff, What what, Object body) {
        return staff.post(what.list(), body);
    }

    private Response addsWithKey(What what) {
        return owner.request()
                .header("Idempotency-Key", "click-1")
                .contentType(ContentType.JSON)
                .body(what.example)
                .post(what.list());
    }

    private static Response patch(Person staff, String path, @Nullable String ifMatch, Object changes) {
        var request = staff.request().contentType(ContentType.JSON).body(changes);
        return ifMatch == null
                ? request.patch(path)
                : request.header("If-Match", ifMatch).patch(path);
    }

    private static Map<String, Object> named(What what, String name) {
        var body = new HashMap<>(what.example);
        body.put(what.name, name);
        return body;
    }

    private static String path(What what, Response made) {
        return what.list() + "/" + made.path("id");
    }

    /** What appointments refer to. */
    enum What {
        LOCATION("name", Map.of("name", "Harbour", "address", "1 Quay Street")),
        PRACTITIONER("displayName", Map.of("displayName", "Dr Park")),
        SERVICE("name", Map.of("name", "Consultation", "durationMinutes", 45));

        private final String name;
        private final Map<String, Object> example;

        What(String name, Map<String, Object> example) {
            this.name = name;
            this.example = example;
        }

        String list() {
            return "/v1/staff/" + name().toLowerCase(Locale.ROOT) + "s";
        }

        String unknown() {
            return name().toLowerCase(Locale.ROOT) + "-not-found";
        }
    }
}
