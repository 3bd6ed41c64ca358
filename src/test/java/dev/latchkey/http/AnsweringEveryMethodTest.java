package dev.latchkey.http;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Calls;
import dev.latchkey.support.Contract;
import dev.latchkey.support.ContractOperation;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path of the contract, asked by every method from a page of another origin. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnsweringEveryMethodTest {

    private static final String PORTAL = "http://localhost:5173";
    private static final Map<String, String> FROM_THE_PORTAL = Map.of("Origin", PORTAL);
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND");

    /** Browsers keep them from pages, or hand them out without being told (WHATWG Fetch, 2.2.6). */
    private static final Set<String> NOT_FOR_PAGES = Set.of("set-cookie", "clear-site-data", "cache-control");

    /** Of the request, by the browser itself, and by a mail provider, which is none. */
    private static final Set<String> OF_NO_PAGE = Set.of("origin", "latchkey-signature");

    private static final Set<String> OF_A_BODY = Set.of("content-length", "transfer-encoding");

    private final Contract contract = Contract.read();
    private final Calls calls = new Calls();

    @TestFactory
    Stream<DynamicTest> says_which_ones_a_path_takes() {
        return paths().entrySet().stream()
                .map(path -> dynamicTest(path.getKey(), () -> METHODS.stream()
                        .filter(method -> !path.getValue().contains(method))
                        .forEach(method -> assertNotAllowed(path.getKey(), method, path.getValue()))));
    }

    private void assertNotAllowed(String path, String method, Set<String> allowed) {
        var answer = Person.stranger().sends(method, filled(path), null, FROM_THE_PORTAL);

        if (method.equals("OPTIONS")) {
            assertThat(answer.statusCode()).isEqualTo(204);
        } else {
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(method.equals("HEAD") ? "method-not-allowed" : Answers.text(answer, "/code"))
                    .isEqualTo("method-not-allowed");
        }
        assertThat(answer.header("Allow").split(", ")).as(method).containsExactlyInAnyOrderElementsOf(with(allowed));
        assertReadable(answer);
    }

    private static Set<String> with(Set<String> allowed) {
        var all = new TreeSet<>(allowed);
        all.add("OPTIONS");
        return all;
    }

    /** The records do not matter: the path does. */
    private static String filled(String path) {
        return path.replace("{slug}", "a-clinic").replaceAll("\\{[^}]+}", Portal.ANY_ID);
    }

    private Map<String, Set<String>> paths() {
        var paths = new TreeMap<String, Set<String>>();
        contract.operations().forEach(operation -> {
            var methods = paths.computeIfAbsent(operation.path(), path -> new TreeSet<>());
            methods.add(operation.method());
            if (operation.method().equals("GET")) {
                methods.add("HEAD");
            }
        });
        return paths;
    }

    @TestFactory
    Stream<DynamicTest> lets_the_portal_read_every_answer() {
        contract.operations().forEach(calls.callers()::allowed); // before a call sends another link to one of them
        return contract.operations().stream()
                .map(operation -> dynamicTest(operation.name(), () -> {
                    var call = calls.get(operation);
                    assertReadable(call.sendAs(Person.stranger(), FROM_THE_PORTAL));
                    assertReadable(call.sendAs(calls.callers().allowed(operation), FROM_THE_PORTAL));
                    calls.useUp(call, calls.callers().allowedName(operation));
                }));
    }

    private static void assertReadable(Response answer) {
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(PORTAL);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        assertThat(answer.headers().getValues("Vary")).contains("Origin");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).isNotBlank();
        if (answer.statusCode() >= 400 && !answer.asString().isEmpty()) {
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
        }
    }

    /** All that the contract promises. */
    @Test
    void lets_the_portal_read_every_header() {
        var exposed = Person.stranger()
                .sends("GET", "/openapi.json", null, FROM_THE_PORTAL)
                .header("Access-Control-Expose-Headers")
                .toLowerCase(Locale.ROOT)
                .split(",");
        var promised = contract.operations().stream()
                .flatMap(ContractOperation::answers)
                .flatMap(answer -> answer.path("headers").propertyStream())
                .map(header -> header.getKey().toLowerCase(Locale.ROOT))
                .filter(header -> !NOT_FOR_PAGES.contains(header))
                .distinct();

        assertThat(exposed).contains(promised.toArray(String[]::new));
    }

    /** All that the contract knows, and what tools add to every request of a page. */
    @Test
    void lets_the_portal_send_every_header() {
        var wanted = new ArrayList<>(List.of("authorization", "content-type", "traceparent", "tracestate", "baggage"));
        contract.operations().forEach(operation -> wanted.addAll(operation.headers()));
        wanted.removeAll(OF_NO_PAGE);
        var asking = Map.of(
                "Origin",
                PORTAL,
                "Access-Control-Request-Method",
                "PATCH",
                "Access-Control-Request-Headers",
                String.join(",", wanted));

        var allowed = Person.stranger()
                .sends("OPTIONS", Api.ME, null, asking)
                .header("Access-Control-Allow-Headers")
                .toLowerCase(Locale.ROOT)
                .split(", ?");

        assertThat(allowed).containsAll(wanted);
    }

    /** As GET does, but for the body and its length. */
    @TestFactory
    Stream<DynamicTest> answers_HEAD_as_GET() {
        return contract.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .map(operation -> dynamicTest(operation.path(), () -> {
                    var path = calls.get(operation).path();
                    var caller = calls.callers().allowed(operation);
                    var headers = Map.of("Origin", PORTAL, "Accept-Encoding", "identity");
                    var read = caller.sends("GET", path, null, headers);
                    var asked = caller.sends("HEAD", path, null, headers);

                    assertThat(asked.statusCode()).isEqualTo(read.statusCode());
                    assertThat(asked.asByteArray()).isEmpty();
                    assertThat(headers(asked)).isEqualTo(headers(read));
                    var tag = read.header("ETag");
                    if (tag != null) {
                        var known = Map.of("If-None-Match", tag);
                        assertThat(caller.sends("HEAD", path, null, known).statusCode())
                                .isEqualTo(304);
                    }
                }));
    }

    /** Those that differ from one request to the next are only there. */
    private static Map<String, List<String>> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !OF_A_BODY.contains(header.getName().toLowerCase(Locale.ROOT)))
                .collect(groupingBy(
                        header -> header.getName().toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        mapping(
                                header -> header.getName().equalsIgnoreCase("X-Request-Id") ? "" : header.getValue(),
                                toCollection(ArrayList::new))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%v/nothing", "%v", "%v/me/nothing", "/.well-known/nothing", "/nothing", "%v/portals"})
    void finds_nothing_where_nothing_is_by_any_method(String path) {
        for (var method : METHODS) {
            var answer = Person.stranger().sends(method, path.replace("%v", Api.V1), null, FROM_THE_PORTAL);

            assertThat(answer.statusCode()).as(method).isEqualTo(404);
            assertThat(answer.header("Allow")).isNull();
            assertReadable(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%v/staff/me;x=1", "/%v/staff/me", "%v/staff/me/", "%v/x/../staff/me", "%v/staff/%6De"})
    void knows_them_by_every_spelling_that_it_serves(String path) {
        var answer = Person.stranger().delete(path.replace("%v", Api.V1));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
}
