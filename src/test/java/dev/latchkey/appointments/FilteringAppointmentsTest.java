package dev.latchkey.appointments;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Visit;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FilteringAppointmentsTest {

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
    void counts_one_under_way_as_upcoming() {
        var underWay = booked(Visit.in(Duration.ofMinutes(-10)));
        var over = booked(Visit.in(Duration.ofMinutes(-46)));
        mia.signsIn();

        assertThat(ids("")).containsExactly(underWay.id());
        assertThat(ids("?when=past")).containsExactly(over.id());
    }

    @Test
    void counts_a_whole_day_under_way_as_upcoming() {
        var wish = Visit.wish(rooms, Visit.in(Duration.ofMinutes(-1435)));
        wish.put("durationMinutes", 1440);
        Visit.asks(clinic.owner(), mia, wish).then().statusCode(201);
        mia.signsIn();

        assertThat(ids("?when=upcoming")).hasSize(1);
        assertThat(ids("?when=past")).isEmpty();
    }

    @Test
    void works_by_status() {
        var kept = booked(Visit.in(Duration.ofDays(1)));
        var cancelled = booked(Visit.in(Duration.ofDays(2)));
        cancelled.cancels().then().statusCode(200);
        var missed = booked(Visit.in(Duration.ofDays(-2)));
        missed.changes(Map.of("status", "missed")).then().statusCode(200);
        mia.signsIn();

        assertThat(ids("")).containsExactly(kept.id(), cancelled.id());
        assertThat(ids("?status=pending")).containsExactly(kept.id());
        assertThat(ids("?status=cancelled")).containsExactly(cancelled.id());
        assertThat(ids("?when=past&status=missed")).containsExactly(missed.id());
        assertThat(ids("?when=past&status=arrived")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"upcoming", "past"})
    void leaves_none_out_and_none_double_from_page_to_page(String when) {
        var day = when.equals("past") ? -1 : 1;
        var all = new ArrayList<String>();
        for (var days : new int[] {2, 3, 3, 3, 3, 3, 4}) {
            all.add(booked(Visit.in(Duration.ofDays(days * day))).id());
        }
        mia.signsIn();

        for (var limit : new int[] {1, 2, 3, 7}) {
            var walked = walk("?when=" + when + "&limit=" + limit);

            assertThat(walked).hasSize(7).containsExactlyInAnyOrderElementsOf(all);
            assertThat(walked.get(0)).isEqualTo(all.get(0));
            assertThat(walked.get(6)).isEqualTo(all.get(6));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "when=later, query/when",
        "status=done, query/status",
        "status=PENDING, query/status",
        "limit=0, query/limit",
        "limit=101, query/limit",
        "limit=many, query/limit",
        "cursor=nonsense, query/cursor",
        "page=2, query"
    })
    void takes_only_the_filters_of_the_contract(String filter, String pointer) {
        mia.signsIn();

        for (var answer :
                List.of(mia.get(Api.APPOINTMENTS + "?" + filter), clinic.owner().get(Visit.path(mia) + "?" + filter))) {
            assertRefused(answer, 400, "invalid-request");
            assertThat(answer.<List<String>>path("errors.pointer")).containsExactly(pointer);
        }
    }

    private Visit booked(Instant startsAt) {
        return Visit.booked(clinic.owner(), mia, rooms, startsAt);
    }

    private List<String> ids(String filters) {
        return mia.get(Api.APPOINTMENTS + filters)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private List<String> walk(String filters) {
        var ids = new ArrayList<String>();
        var seen = new HashSet<String>();
        var cursor = "";
        do {
            var page = mia.get(Api.APPOINTMENTS + filters + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            ids.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("nextCursor") == null ? "" : "&cursor=" + page.path("nextCursor");
        } while (!cursor.isEmpty() && seen.add(cursor));
        return ids;
    }
}
