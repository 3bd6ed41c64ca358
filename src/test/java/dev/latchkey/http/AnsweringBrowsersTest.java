package dev.latchkey.http;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnsweringBrowsersTest {

    private static final String PORTAL = "http://localhost:5173";

    @Test
    void lets_the_portal_read_what_it_needs() {
        var answer = from(PORTAL);

        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(PORTAL);
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .contains("Link", "ETag", "Location", "Retry-After", "X-Request-Id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.org",
                "http://localhost:5173.evil.example.org",
                "http://localhost.evil.example.org:5173",
                "http://localhost:",
                "http://localhost:5173/",
                "http://127.0.0.1:5173",
                "https://localhost:5173",
                "null"
            })
    void lets_no_other_site_read_anything(String origin) {
        var answer = from(origin);

        assertRefused(answer, 403, "origin-not-allowed");
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    /** Where nothing is configured: a developer's own server takes any port that is free. */
    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "http://localhost:5174", "http://localhost"})
    void lets_a_page_of_this_machine_in(String origin) {
        var answer = from(origin);

        answer.then().statusCode(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
    }

    @Test
    void lets_its_own_pages_try_it_out() {
        var own = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));

        from("http://" + own.getAuthority()).then().statusCode(200);
    }

    @Test
    void says_before_a_change_what_the_portal_may_send() {
        var answer = Person.stranger()
                .request()
                .header("Origin", PORTAL)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,content-type,if-match,idempotency-key")
                .options(Api.CLIENTS + "/1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("PATCH", "DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT))
                .contains("authorization", "if-match", "idempotency-key");
    }

    @Test
    void guards_every_answer_refusals_included() {
        for (var path : new String[] {Api.PORTALS + "/unknown", Api.ME, "/openapi.json", "/nothing"}) {
            var answer = Person.stranger().request().get(path);
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("X-Request-Id")).isNotBlank();
        }
    }

    @Test
    void keeps_a_sane_request_id_and_replaces_any_other() {
        var sane = withRequestId("spa-7.1:a_b");
        var mad = withRequestId("<script>alert(1)</script>");
        var tooLong = withRequestId("a".repeat(65));

        assertThat(sane.header("X-Request-Id")).isEqualTo("spa-7.1:a_b");
        assertRefused(sane, 404, "portal-unknown");
        assertThat(mad.header("X-Request-Id")).matches("[0-9a-f-]{36}");
        assertThat(tooLong.header("X-Request-Id")).matches("[0-9a-f-]{36}");
        assertRefused(mad, 404, "portal-unknown");
    }

    @Test
    void says_when_nothing_has_changed() {
        var owner = Portal.clinic().owner();
        var etag = owner.get(Api.PORTAL_LINK).header("ETag");

        var again =
                owner.request().header("If-None-Match", "\"other\", " + etag).get(Api.PORTAL_LINK);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asString()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(etag);
    }

    /** RFC 9110, 13.1: what a reader has may be marked as weak on its way, but a change wants the very thing. */
    @Test
    void compares_weakly_for_reading_and_strongly_for_changing() {
        var owner = Portal.clinic().owner();
        var place = owner.post(Api.LOCATIONS, Map.of("name", "Harbour"));
        var path = place.header("Location");
        var weak = "W/" + place.header("ETag");

        var read = owner.request().header("If-None-Match", weak).get(path);
        var change = owner.request()
                .header("If-Match", weak)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Quay"))
                .patch(path);

        assertThat(read.statusCode()).isEqualTo(304);
        assertRefused(change, 412, "precondition-failed");
    }

    @Test
    void names_no_host_in_the_address_of_what_was_made() {
        var owner = Portal.clinic().owner();

        var made = owner.request()
                .header("Host", "evil.localhost")
                .contentType("application/json")
                .body("{\"displayName\": \"Dr Park\"}")
                .post(Api.PRACTITIONERS);

        made.then().statusCode(201).header("Location", Api.PRACTITIONERS + "/" + made.path("id"));
    }

    @Test
    void speaks_http_1_to_a_client_that_prefers_http_2() throws Exception {
        var door = ConfigProvider.getConfig().getValue("test.url", String.class);
        var client = HttpClient.newHttpClient();
        var read = HttpRequest.newBuilder(URI.create(door + Api.PORTALS + "/unknown"))
                .build();
        var write = HttpRequest.newBuilder(URI.create(door + Api.SESSIONS))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();

        assertThat(client.send(read, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
        var answer = client.send(write, BodyHandlers.ofString());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(answer.body()).contains("\"pointer\":\"/token\"");
    }

    private static Response from(String origin) {
        return Person.stranger().request().header("Origin", origin).get("/openapi.yaml");
    }

    private static Response withRequestId(String id) {
        return Person.stranger().request().header("X-Request-Id", id).get(Api.PORTALS + "/unknown");
    }
}
