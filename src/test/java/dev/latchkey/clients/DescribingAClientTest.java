package dev.latchkey.clients;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DescribingAClientTest {

    private static final Map<String, String> DETAILS =
            Map.of("preferredName", "Mimi", "phone", "0491 570 156", "language", "fr", "birthDate", "2012-02-29");

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private final String path = Api.CLIENTS + "/" + mia.id();

    @Test
    void leaves_out_what_the_clinic_does_not_know() {
        clinic.owner()
                .get(path)
                .then()
                .body("preferredName", nullValue())
                .body("phone", nullValue())
                .body("language", nullValue())
                .body("birthDate", nullValue());
    }

    @Test
    void shows_staff_what_they_wrote_and_the_whole_name_as_ever() {
        clinic.owner().patch(path, DETAILS).then().statusCode(200);

        clinic.owner()
                .get(path)
                .then()
                .body("preferredName", equalTo("Mimi"))
                .body("displayName", equalTo("Mia Larsen"))
                .body("phone", equalTo("+61491570156"))
                .body("language", equalTo("fr"))
                .body("birthDate", equalTo("2012-02-29"));
    }

    @Test
    void shows_the_date_of_birth_in_no_list_and_on_no_portal() {
        clinic.owner().patch(path, DETAILS).then().statusCode(200);

        clinic.owner()
                .get(Api.CLIENTS)
                .then()
                .body("items[0].preferredName", equalTo("Mimi"))
                .body("items[0]", not(hasKey("birthDate")));
        mia.signsIn()
                .get(Api.ME)
                .then()
                .body("displayName", equalTo("Mia Larsen"))
                .body("preferredName", equalTo("Mimi"))
                .body("phone", equalTo("+61491570156"))
                .body("language", equalTo("fr"))
                .body("$", not(hasKey("birthDate")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"preferredName", "phone", "language", "birthDate"})
    void takes_away_what_is_null_and_nothing_else(String member) {
        clinic.owner().patch(path, DETAILS).then().statusCode(200);

        var changed = clinic.owner().patch(path, Collections.singletonMap(member, null));

        changed.then().statusCode(200);
        assertThat(DETAILS.keySet()).allSatisfy(each -> assertThat(changed.<Object>path(each) == null)
                .isEqualTo(each.equals(member)));
    }

    /** The trail says which they were, and never what. */
    @Test
    void goes_on_record_by_name() {
        var changed = clinic.owner().patch(path, DETAILS);

        var line = Trail.of(clinic).linesIn(changed.header("X-Request-Id")).get(0);

        assertThat(line.changed()).containsExactlyInAnyOrderElementsOf(DETAILS.keySet());
        assertThat(clinic.owner().get(Api.AUDIT_EVENTS).asString())
                .doesNotContain("Mimi")
                .doesNotContain("61491570156")
                .doesNotContain("2012-02-29");
    }

    @ParameterizedTest
    @CsvSource({
        "birthDate, 1899-12-31",
        "birthDate, 2013-02-29",
        "birthDate, 29.02.2012",
        "language, it",
        "language, EN",
        "language, ''",
        "preferredName, ''",
        "preferredName, '\u202eimiM'"
    })
    void refuses_what_cannot_be(String member, String value) {
        var answer = clinic.owner().patch(path, Map.of(member, value));

        assertRefused(answer, 400, "invalid-request");
        answer.then().body("errors.pointer", equalTo(List.of("/" + member)));
    }

    @Test
    void takes_a_birth_of_today_wherever_that_is_and_none_that_is_to_come() {
        var today = LocalDate.now(ZoneOffset.ofHours(14));

        clinic.owner().patch(path, Map.of("birthDate", today.toString())).then().statusCode(200);
        assertRefused(
                clinic.owner().patch(path, Map.of("birthDate", today.plusDays(2).toString())), 400, "invalid-request");
    }
}
