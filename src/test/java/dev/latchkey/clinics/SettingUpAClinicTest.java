package dev.latchkey.clinics;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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
    void answers_with_what_can_be_read_again(PartOfAClinic part) {
        var made = adds(owner, part);

        made.then().statusCode(201);
        var read = owner.get(URI.create(made.header("Location")).getPath());
        assertThat(read.asString()).isEqualTo(made.asString());
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
        assertThat(read.<Map<String, Object>>path("")).containsAllEntriesOf(part.example);
        owner.get(part.list()).then().body("items.id", equalTo(List.of(made.<String>path("id"))));
    }

    @ParameterizedTest
    @EnumSource
    void is_for_those_who_set_up_and_shown_to_those_who_care(PartOfAClinic part) {
        var path = path(part, adds(owner, part));
        var receptionist = clinic.staff("receptionist");
        var accountant = clinic.staff("accountant");

        assertRefused(adds(receptionist, part), 403, "forbidden");
        assertRefused(receptionist.patch(path, Map.of()), 403, "forbidden");
        receptionist.get(path).then().statusCode(200);
        adds(clinic.staff("practice-manager"), part).then().statusCode(201);
        assertRefused(accountant.get(path), 403, "forbidden");
        assertRefused(accountant.get(part.list()), 403, "forbidden");
    }

    @ParameterizedTest
    @EnumSource
    void is_no_business_of_another_clinic(PartOfAClinic part) {
        var path = path(part, adds(owner, part));
        var stranger = Portal.clinic().owner();

        assertRefused(stranger.get(path), 404, part.unknown());
        assertRefused(patch(stranger, path, "*", Map.of()), 404, part.unknown());
        stranger.get(part.list()).then().body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @EnumSource
    void changes_only_what_the_caller_has_seen(PartOfAClinic part) {
        var path = path(part, adds(owner, part));
        var etag = owner.get(path).header("ETag");

        assertRefused(patch(owner, path, null, Map.of(part.nameMember, "New")), 428, "precondition-required");
        patch(owner, path, etag, Map.of(part.nameMember, "New"))
                .then()
                .statusCode(200)
                .body(part.nameMember, equalTo("New"));
        assertRefused(patch(owner, path, etag, Map.of(part.nameMember, "Newer")), 412, "precondition-failed");
    }

    @ParameterizedTest
    @EnumSource
    void of_many_changes_at_once_takes_one(PartOfAClinic part) throws Exception {
        var path = path(part, adds(owner, part));
        var etag = owner.get(path).header("ETag");

        var statuses = Together.all(IntStream.range(0, 6)
                        .<Callable<Response>>mapToObj(
                                i -> () -> patch(owner, path, etag, Map.of(part.nameMember, "New " + i)))
                        .toList())
                .stream()
                .map(Response::statusCode)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 412, 412, 412, 412, 412);
    }

    @ParameterizedTest
    @EnumSource
    void twice_with_one_idempotency_key_adds_one(PartOfAClinic part) {
        var first = addsWithKey(part);
        var again = addsWithKey(part);

        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        owner.get(part.list()).then().body("items.size()", equalTo(1));
    }

    @ParameterizedTest
    @EnumSource
    void lists_by_name_whatever_the_case_and_page_by_page(PartOfAClinic part) {
        var names = List.of("Aa", "ab", "AB", "b", "B", "\u0130stanbul", "\u00c9cole", "\u00e9cole", "\u03a3\u03a3");
        names.forEach(name -> adds(owner, part, part.named(name)).then().statusCode(201));
        var whole = owner.get(part.list()).<List<String>>path("items." + part.nameMember);

        assertThat(whole).containsExactlyInAnyOrderElementsOf(names);
        assertThat(whole.indexOf("Aa")).isLessThan(whole.indexOf("ab"));
        assertThat(whole.indexOf("AB")).isLessThan(whole.indexOf("b"));
        for (var limit : new int[] {1, 2, 4}) {
            assertThat(walk(part, limit)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 1441, -5})
    void refuses_a_service_no_appointment_could_be(int minutes) {
        var answer = adds(owner, PartOfAClinic.SERVICE, Map.of("name", "Consultation", "durationMinutes", minutes));

        assertRefused(answer, 400, "invalid-request");
        assertThat(answer.<List<String>>path("errors.pointer")).containsExactly("/durationMinutes");
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_name_that_shows_nothing(PartOfAClinic part) {
        for (var name : List.of("", "  ", "a\u0000b", "x".repeat(201))) {
            assertRefused(adds(owner, part, part.named(name)), 400, "invalid-request");
        }
        assertRefused(adds(owner, part, Map.of()), 400, "invalid-request");
    }

    private List<String> walk(PartOfAClinic part, int limit) {
        var names = new ArrayList<String>();
        var cursor = "";
        do {
            var page = owner.get(part.list() + "?limit=" + limit + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            names.addAll(page.<List<String>>path("items." + part.nameMember));
            cursor = page.path("nextCursor") == null ? "" : "&cursor=" + page.path("nextCursor");
        } while (!cursor.isEmpty() && names.size() < 100);
        return names;
    }

    private static Response adds(Person staff, PartOfAClinic part) {
        return adds(staff, part, part.example);
    }

    private static Response adds(Person staff, PartOfAClinic part, Object body) {
        return staff.post(part.list(), body);
    }

    private Response addsWithKey(PartOfAClinic part) {
        return owner.request()
                .header("Idempotency-Key", "click-1")
                .contentType(ContentType.JSON)
                .body(part.example)
                .post(part.list());
    }

    private static Response patch(Person staff, String path, @Nullable String ifMatch, Object changes) {
        var request = staff.request().contentType(ContentType.JSON).body(changes);
        return ifMatch == null
                ? request.patch(path)
                : request.header("If-Match", ifMatch).patch(path);
    }

    private static String path(PartOfAClinic part, Response made) {
        return part.list() + "/" + made.path("id");
    }
}
