package dev.latchkey.input;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RefusingBadRequestsTest {

    private static final String SIGN_IN = Api.STAFF_SESSIONS;

    @Test
    void speaks_json_only() {
        assertRefused(
                Person.stranger().request().contentType("text/plain").body("{}").post(SIGN_IN),
                415,
                "unsupported-media-type");
        assertRefused(
                Person.stranger()
                        .request()
                        .accept("image/png")
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post(SIGN_IN),
                406,
                "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "{\"email\": \"a@example.org\", \"email\": \"b@example.org\", \"password\": \"x\"}",
                "{\"email\": \"a@example.org\", \"password\": \"x\"} {}",
                "{\"email\": 'a@example.org'}"
            })
    void refuses_what_is_no_json(String body) {
        var answer = post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("code")).isIn("malformed-request", "invalid-request");
        assertThat(answer.asString()).doesNotContain("Exception").doesNotContain("jackson");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"text\"",
                "{}",
                "{\"email\": null, \"password\": \"x\"}",
                "{\"email\": 7, \"password\": \"x\"}",
                "{\"email\": {\"a\": 1}, \"password\": \"x\"}",
                "{\"email\": \"a@example.org\", \"password\": \"x\", \"admin\": true}"
            })
    void refuses_what_the_contract_does_not_say(String body) {
        assertThat(post(body).statusCode()).isEqualTo(400);
    }

    @Test
    void points_at_each_thing_that_is_wrong() {
        var answer = post("{\"email\": \"stranger\", \"password\": \"\"}");

        assertRefused(answer, 400, "invalid-request");
        assertThat(answer.<List<String>>path("errors.pointer")).containsExactlyInAnyOrder("/email", "/password");
    }

    @Test
    void points_at_the_whole_body_when_there_is_nothing_in_it() {
        var answer = post("null");

        assertRefused(answer, 400, "invalid-request");
        assertThat(answer.<List<String>>path("errors.pointer")).containsExactly("");
    }

    @Test
    void points_at_a_parameter_by_its_name() {
        var answer = Portal.clinic().owner().get(Api.CLIENTS + "?archived=perhaps&limit=0");

        assertRefused(answer, 400, "invalid-request");
        assertThat(answer.<List<String>>path("errors.pointer"))
                .containsExactlyInAnyOrder("query/archived", "query/limit");
    }

    /** Whose sentences are English for everyone. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "nonsense;q=7", "q=;;,", "*;q=x", "-"})
    void says_what_is_wrong_whatever_language_is_asked_for(String language) {
        var answer =
                Person.stranger().sends("POST", Api.SESSIONS, Map.of("token", ""), Map.of("Accept-Language", language));

        assertRefused(answer, 400, "invalid-request");
    }

    @Test
    void refuses_long_texts() {
        assertRefused(
                post("{\"email\": \"" + "a".repeat(60_000) + "@example.org\", \"password\": \"x\"}"),
                400,
                "invalid-request");
    }

    @Test
    void refuses_more_than_64_KiB() {
        assertRefused(post("{\"email\": \"" + " ".repeat(66_000) + "\"}"), 413, "body-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "/", ";", ",", "a/", "/json"})
    void refuses_a_media_type_that_is_none(String type) throws IOException {
        for (var line : List.of("GET /v1/portals/unknown", "POST /v1/staff/sessions", "DELETE /v1/nothing")) {
            assertProblem(line, "Host: localhost\r\nContent-Type: " + type + "\r\nContent-Length: 2\r\n\r\n{}", 415);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00 7B 00 7D", "7B 00 7D 00 00", "00 00 FE FF 00 11 00 00", "FF FE 00 00 7B", "7B C3 28 7D"})
    void refuses_bytes_that_are_no_text(String bytes) {
        var answer = Person.stranger()
                .request()
                .contentType(ContentType.JSON)
                .body(HexFormat.ofDelimiter(" ").parseHex(bytes))
                .post(SIGN_IN);

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: a b\r\n", "Host: [\r\n", "Host: a:b\r\n", "Host: a/b\r\n"})
    void refuses_a_host_that_is_none(String host) throws IOException {
        assertProblem("GET /v1/portals/unknown", host + "\r\n", 400);
    }

    @Test
    void refuses_a_parameter_it_does_not_know() {
        var owner = Portal.clinic().owner();

        assertRefused(owner.get(Api.LOCATIONS + "?nmae=x"), 400, "invalid-request");
        assertRefused(owner.get(Api.STAFF_ME + "?verbose=true"), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b"})
    void refuses_a_key_that_is_none(String key) {
        var answer = Portal.clinic()
                .owner()
                .request()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("displayName", "Dr Park"))
                .post(Api.PRACTITIONERS);

        assertRefused(answer, 400, "invalid-request");
        answer.then().body("errors[0].pointer", equalTo("header/Idempotency-Key"));
    }

    private static Response post(String body) {
        return Person.stranger()
                .request()
                .contentType(ContentType.JSON)
                .body(body)
                .post(SIGN_IN);
    }

    private static void assertProblem(String line, String rest, int status) throws IOException {
        try (var wire = Wire.open().sends(line + " HTTP/1.1\r\n" + rest)) {
            assertThat(wire.hears())
                    .startsWith("HTTP/1.1 " + status + " ")
                    .containsIgnoringCase("\r\nContent-Type: application/problem+json")
                    .containsIgnoringCase("\r\nX-Request-Id: ")
                    .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff")
                    .containsIgnoringCase("\r\nReferrer-Policy: no-referrer")
                    .contains("\"status\":" + status)
                    .doesNotContain("stack");
        }
    }
}
