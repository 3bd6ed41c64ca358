package dev.latchkey.http;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CallingAWrongPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/nothing", "/v1", "/V1/me", "/v1/ME", "/v1%2Fme", "/v1/me%3Bx=1"})
    void finds_nothing_where_nothing_is(String path) {
        assertRefused(Person.stranger().request().get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/staff/me;x=1",
                "/v1;x/staff/me",
                "//v1/staff/me",
                "/v1//staff/me",
                "/v1/staff/me/",
                "/v1/./staff/me",
                "/v1/x/../staff/me"
            })
    void lets_no_one_in_by_another_spelling(String path) {
        var client = Portal.clinic().client("Mia").signsIn();

        assertRefused(Person.stranger().request().get(path), 401, "unauthenticated");
        assertRefused(client.request().get(path), 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({"/v1/staff/sessions, POST", "/v1/me, GET", "/v1/sessions, POST"})
    void by_the_wrong_method_names_the_right_ones(String path, String allowed) {
        var answer = Person.stranger()
                .request()
                .contentType(ContentType.JSON)
                .body("{}")
                .put(path);

        assertRefused(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "a%20b", "A", "-", "%F0%9F%98%80", "%ED%A0%80"})
    void finds_no_portal_where_no_slug_is(String slug) {
        var ask = Map.of("email", "mia@example.org");

        assertRefused(Person.stranger().get("/v1/portals/" + slug), 404, "portal-unknown");
        assertRefused(Person.stranger().post("/v1/portals/" + slug + "/login-links", ask), 404, "portal-unknown");
    }
}
