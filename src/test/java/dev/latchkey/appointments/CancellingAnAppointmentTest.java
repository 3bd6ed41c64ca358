package dev.latchkey.appointments;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CancellingAnAppointmentTest {

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
    void keeps_the_lines_of_the_note() {
        visit.cancelsWithKey("Mia is away.\r\n\tShe calls again.\r\n", "click-1")
                .then()
                .statusCode(200)
                .body("cancellationNote", equalTo("Mia is away.\n\tShe calls again."));
    }

    @Test
    void is_for_good() {
        visit.cancelsWithKey("Mia is away that week.", "click-1")
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("cancellationNote", equalTo("Mia is away that week."))
                .body("startsAt", equalTo(startsAt.toString()));

        assertThat(visit.reads().<String>path("cancelledAt")).isNotNull();
        visit.reads().then().body("cancellationNote", equalTo("Mia is away that week."));
        assertRefused(visit.cancels(), 409, "appointment-cancelled");
        mia.signsIn().get(Api.APPOINTMENTS).then().body("items.status", equalTo(List.of("cancelled")));
    }

    @Test
    void needs_no_body() {
        clinic.owner()
                .post(visit.path() + "/cancellation")
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("cancellationNote", nullValue());
    }

    @Test
    void keeps_the_note_from_the_client() {
        visit.cancelsWithKey("Would not pay.", "click-1");

        assertThat(mia.signsIn().get(Api.APPOINTMENTS + "/" + visit.id()).asString())
                .doesNotContain("Would not pay", "cancellationNote");
    }

    @Test
    void happens_once_however_often_the_same_key_is_sent() {
        var first = visit.cancelsWithKey("Ill", "click-1");
        var again = visit.cancelsWithKey("Ill", "click-1");

        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertRefused(visit.cancelsWithKey("Away", "click-1"), 422, "idempotency-key-reused");
    }

    @Test
    void by_several_at_once_succeeds_for_one() throws Exception {
        var codes = Together.all(Collections.<Callable<Response>>nCopies(4, visit::cancels)).stream()
                .map(answer -> answer.statusCode() == 200 ? "cancelled" : answer.<String>path("code"))
                .toList();

        assertThat(codes)
                .containsExactlyInAnyOrder(
                        "cancelled", "appointment-cancelled", "appointment-cancelled", "appointment-cancelled");
    }

    @Test
    void is_refused_once_it_is_over() {
        var over = Visit.booked(clinic.owner(), mia, rooms, Visit.in(Duration.ofHours(-2)));

        assertRefused(over.cancels(), 409, "appointment-past");
        over.changes(Map.of("status", "missed"))
                .then()
                .statusCode(200)
                .body("cancelledAt", nullValue())
                .body("cancellationNote", nullValue());
    }

    /** Generated Java clients write it for a body that they leave out. */
    @Test
    void takes_null_for_no_body() {
        visit.staff()
                .request()
                .contentType(ContentType.JSON)
                .body("null")
                .post(visit.path() + "/cancellation")
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"));
    }
}
