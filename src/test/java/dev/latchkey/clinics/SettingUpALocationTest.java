package dev.latchkey.clinics;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SettingUpALocationTest {

    private static final String LOCATIONS = Api.LOCATIONS;
    private static final Map<String, String> HARBOUR = Map.of("name", "Harbour", "address", "1 Quay Street");

    private Person owner;

    @BeforeEach
    void set_the_scene() {
        owner = Portal.clinic().owner();
    }

    @Test
    void gives_it_the_clinics_time_zone_unless_it_has_its_own() {
        owner.post(LOCATIONS, HARBOUR).then().body("timeZone", equalTo("Australia/Sydney"));
        owner.post(LOCATIONS, Map.of("name", "Perth", "timeZone", "Australia/Perth"))
                .then()
                .statusCode(201)
                .body("timeZone", equalTo("Australia/Perth"))
                .body("address", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AEST", "+10:00", "UTC+10", "Australia/Atlantis", "SystemV/PST8", ""})
    void refuses_a_time_zone_that_knows_no_summer(String timeZone) {
        var path = LOCATIONS + "/" + owner.post(LOCATIONS, HARBOUR).path("id");

        for (var answer : List.of(
                owner.post(LOCATIONS, Map.of("name", "Somewhere", "timeZone", timeZone)),
                owner.patch(path, Map.of("timeZone", timeZone)))) {
            assertRefused(answer, 400, "invalid-request");
            assertThat(answer.<List<String>>path("errors.pointer")).containsExactly("/timeZone");
        }
    }

    @Test
    void takes_an_address_away_and_leaves_what_is_not_mentioned() {
        var path = LOCATIONS + "/" + owner.post(LOCATIONS, HARBOUR).path("id");
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
}
