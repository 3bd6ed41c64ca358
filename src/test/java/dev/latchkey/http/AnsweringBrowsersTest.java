package dev.latchkey.http;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Wire;
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
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnsweringBrowsersTest {

    private static final String PORTAL = "http://localhost:5173";
    private static final Pattern COOKIE = Pattern.compile("__Host-latchkey-[a-z0-9-]+=[A-Za-z0-9_.-]*;"
            + " Path=/; Max-Age=[0-9]+; Secure; HttpOnly; SameSite=Strict");

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

    /** As a page, AWS's load balancer, Azure's, Google's and an API gateway write it, and W3C's trace context. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "spa-7.1:a_b",
                "Root=1-67891233-abcdef012345678912345678",
                "Self=1-67891234-12456789abcdef012345678;Root=1-67891233-abcdef012345678912345678",
                "|4bf92f3577b34da6a3ce929d0e0e4736.00f067aa0ba902b7.",
                "105445aa7843bc8bf206b12000100000/1;o=1",
                "JKJaXmPLvHcESHA=",
                "wVJ9BzT+8Q/5w==",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void keeps_a_request_id_of_every_gateway(String id) {
        var answer = withRequestId(id);

        assertThat(answer.header("X-Request-Id")).isEqualTo(id);
        assertRefused(answer, 404, "portal-unknown");
        assertThat(answer.<String>path("requestId")).isEqualTo(id);
    }

    @Test
    void keeps_a_request_id_of_128_characters_on_record() {
        var owner = Portal.clinic().owner();
        var id = "Root=1-|;/+".repeat(12).substring(0, 128);

        owner.sends("POST", Api.LOCATIONS, Map.of("name", "Harbour"), Map.of("X-Request-Id", id))
                .then()
                .statusCode(201);

        owner.get(Api.AUDIT_EVENTS).then().body("items.callerRequestId", hasItem(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "a b", "\"quoted\"", "{}", "ä", "a\tb", "129 characters"})
    void replaces_any_other_request_id(String id) {
        var answer = withRequestId(id.startsWith("129") ? "a".repeat(129) : id);

        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
        assertRefused(answer, 404, "portal-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "gzip, identity", "x"})
    void takes_no_compressed_body(String encoding) {
        var answer = Person.stranger()
                .sends("POST", Api.SESSIONS, Map.of("token", "a"), Map.of("Content-Encoding", encoding));

        assertRefused(answer, 415, "content-encoding-unsupported");
        assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void takes_a_body_that_says_it_is_as_it_is() {
        var answer = Person.stranger()
                .sends("POST", Api.SESSIONS, Map.of("token", "a"), Map.of("Content-Encoding", "Identity"));

        assertRefused(answer, 401, "login-link-unknown");
    }

    /** RFC 9110, 5.3. */
    @Test
    void takes_several_lines_for_one_list() throws Exception {
        var owner = Portal.clinic().owner();
        var place = owner.post(Api.LOCATIONS, Map.of("name", "Harbour"));
        var path = place.header("Location");
        var etag = place.header("ETag");

        assertThat(lines(owner, path, "GET", "If-None-Match: \"other\"\r\nIf-None-Match: " + etag))
                .startsWith("HTTP/1.1 304");
        assertThat(lines(owner, path, "HEAD", "If-None-Match: \"other\"\r\nif-none-match: " + etag))
                .startsWith("HTTP/1.1 304");
        assertThat(lines(owner, path, "PATCH", "If-Match: \"other\"\r\nIf-Match: " + etag))
                .startsWith("HTTP/1.1 200");
        assertThat(lines(owner, "/openapi.yaml", "GET", "Accept: image/png\r\nAccept: text/yaml"))
                .startsWith("HTTP/1.1 200")
                .contains("Content-Type: text/yaml");
    }

    @Test
    void takes_nothing_that_is_no_list_from_several_lines() throws Exception {
        var owner = Portal.clinic().owner();

        assertThat(lines(owner, Api.STAFF_ME, "GET", "Authorization: Bearer another"))
                .startsWith("HTTP/1.1 401");
        assertThat(lines(owner, Api.STAFF_ME, "GET", "Host: another")).startsWith("HTTP/1.1 400");
        assertThat(lines(owner, Api.STAFF_ME, "GET", "Origin: " + PORTAL + "\r\nOrigin: https://evil.example.org"))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("access-control-allow-origin");
    }

    private static String lines(Person caller, String path, String method, String headers) throws Exception {
        var body = method.equals("PATCH") ? "{\"name\": \"Quay\"}" : "";
        try (var wire = Wire.open()) {
            return wire.sends(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: application/json\r\nContent-Length: " + body.length()
                            + "\r\nAuthorization: Bearer " + caller.token() + "\r\n" + headers + "\r\n\r\n" + body)
                    .hears();
        }
    }

    /** Some libraries refuse a cookie of the standard before (RFC 2109). */
    @Test
    void sets_cookies_of_the_standard_that_browsers_have() {
        var owner = Portal.clinic().owner();
        var signedIn = Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD);
        var signedOut = Person.withToken(signedIn.path("accessToken")).delete(Api.STAFF_SESSIONS + "/current");

        assertThat(signedIn.headers().getValues("Set-Cookie")).hasSize(2).allMatch(COOKIE.asMatchPredicate());
        assertThat(signedOut.headers().getValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).matches(COOKIE).contains("Max-Age=0"));
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
