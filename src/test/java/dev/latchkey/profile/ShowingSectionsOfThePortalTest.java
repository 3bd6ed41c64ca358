package dev.latchkey.profile;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class ShowingSectionsOfThePortalTest {

    private static final Map<String, List<String>> SECTIONS = Map.of(
            "appointments", List.of(Api.APPOINTMENTS, Api.APPOINTMENTS + "/" + Portal.ANY_ID),
            "invoices", List.of(Api.INVOICES, Api.INVOICES + "/" + Portal.ANY_ID),
            "files", List.of(Api.FILES, Api.FILES + "/" + Portal.ANY_ID, Api.FILES + "/" + Portal.ANY_ID + "/content"));

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia").signsIn();

    static Stream<String> sections() {
        return SECTIONS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void hides_one_from_all_clients_and_shows_the_others(String hidden) {
        clinic.owner()
                .patch(Api.PORTAL_SETTINGS, Map.of("sections", Map.of(hidden, false)))
                .then()
                .statusCode(200)
                .body("sections." + hidden, equalTo(false));

        assertShownAllBut(hidden);
        mia.get(Api.ME).then().statusCode(200).body("sections." + hidden, equalTo(false));
        clinic.owner().patch(Api.PORTAL_SETTINGS, Map.of("sections", Map.of(hidden, true)));
        assertShownAllBut("none");
    }

    @ParameterizedTest
    @MethodSource("sections")
    void hides_one_from_one_client(String hidden) {
        var noah = clinic.client("Noah").signsIn();

        permits(hidden, false).then().statusCode(200).body("sections." + hidden, equalTo(false));

        assertShownAllBut(hidden);
        SECTIONS.values().forEach(paths -> noah.get(paths.get(0)).then().statusCode(200));
        mia.get(Api.ME).then().body("sections." + hidden, equalTo(false));
    }

    @Test
    void gives_one_client_no_more_than_the_clinic_shows() {
        clinic.owner().patch(Api.PORTAL_SETTINGS, Map.of("sections", Map.of("files", false)));

        permits("files", true);

        assertRefused(mia.get(Api.FILES), 403, "portal-section-off");
    }

    @Test
    void leaves_what_is_not_mentioned_as_others_have_set_it() {
        permits("files", false);

        permits("invoices", false)
                .then()
                .statusCode(200)
                .body("sections.files", equalTo(false))
                .body("sections.appointments", equalTo(true))
                .body("allowed", equalTo(true));
    }

    private Response permits(String section, boolean shown) {
        return clinic.owner()
                .sends(
                        "PATCH",
                        Api.CLIENTS + "/" + mia.id() + "/portal-access",
                        Map.of("sections", Map.of(section, shown)),
                        Map.of());
    }

    private void assertShownAllBut(String hidden) {
        SECTIONS.forEach((section, paths) -> paths.forEach(path -> {
            if (section.equals(hidden)) {
                assertRefused(mia.get(path), 403, "portal-section-off");
            } else {
                assertThat(mia.get(path).statusCode()).isIn(200, 404);
            }
        }));
    }
}
