package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.support.Api;
import dev.latchkey.support.Installation;
import dev.latchkey.support.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server or the router refuses before any filter sees it. Guards {@code UnreadableRequests} when Quarkus is upgraded, and with it Vert.x and Netty. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendingAnUnreadableRequestIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORIGIN = "https://portal.example.org";
    private static final String HEAD = "Host: localhost~Origin: " + ORIGIN + "~X-Request-Id: spa-1~Accept: */*";

    private Installation installation;

    @BeforeAll
    void begin(@TempDir Path directory) throws Exception {
        installation = Installation.ofOneNode(
                directory, Map.of("QUARKUS_HTTP_CORS_ORIGINS", ORIGIN, "LATCHKEY_WEB_TRUSTED_PROXIES", "127.0.0.1"));
    }

    @AfterAll
    void end() throws Exception {
        installation.close();
    }

    /** A line break is written as ~, and something long as … */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "GET %v/me%zz HTTP/1.1~" + HEAD + "                                  | 400 | malformed-request",
                "GET %v/%z HTTP/1.1~" + HEAD + "                                     | 400 | malformed-request",
                "GET %v/portals/a?cursor=%zz HTTP/1.1~" + HEAD + "                   | 400 | malformed-request",
                "GET %v/portals/%c3%28 HTTP/1.1~" + HEAD + "                         | 404 | portal-unknown",
                "GET %v/me HTTP/1.1~" + HEAD + "~no header                           | 400 | malformed-request",
                "GET %v/me HTTP/1.1~" + HEAD + "~X Y: blank                          | 400 | malformed-request",
                "GET %v/me HTTP/1.1~" + HEAD + "~X: a\u0000b                         | 400 | malformed-request",
                "GET %v/me HTTP/1.1~" + HEAD + "~Content-Length: -1                  | 400 | malformed-request",
                "GET %v/me HTTP/1.1~" + HEAD + "~Content-Length: x                   | 400 | malformed-request",
                "GET %v/me HTTP/1.1~" + HEAD + "~Content-Length: 1~Content-Length: 2 | 400 | malformed-request",
                "GET %v/me HTTP/1.1~" + HEAD + "~X: …                                | 431 | headers-too-large",
                "GET %v/me HTTP/1.1~" + HEAD + "~Host: other                         | 400 | malformed-request",
                "GET %v/me HTTP/1.1~Origin: " + ORIGIN + "~X-Request-Id: spa-1 | 400 | malformed-request",
                "OPTIONS * HTTP/1.1~" + HEAD + "                                      | 400 | malformed-request",
                "GET http://[/v1/me HTTP/1.1~" + HEAD + "                             | 400 | malformed-request",
                "CONNECT localhost:80 HTTP/1.1~" + HEAD + "                           | 400 | malformed-request"
            })
    void is_answered_with_a_problem_that_the_portal_can_read(String request, int status, String code) throws Exception {
        var answer = answer(request);

        assertThat(answer)
                .contains(" " + status + " ")
                .contains("\nx-request-id: spa-1\r")
                .contains("\naccess-control-allow-origin: " + ORIGIN + "\r")
                .contains("\naccess-control-allow-credentials: true\r")
                .contains("\nvary: origin\r")
                .contains("\ncontent-type: application/problem+json\r");
        assertThat(problem(answer)).isEqualTo(code);
    }

    /** The server stops reading before the Origin, so a page learns only that it failed. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "GET %v/… HTTP/1.1~" + HEAD + "            | 414 | uri-too-long",
                "GET %v/me?cursor=… HTTP/1.1~" + HEAD + "  | 414 | uri-too-long",
                "GET %v/me HTTP/1.1~X: …~" + HEAD + "      | 431 | headers-too-large",
                "GET %v/me HTTP/1.1~no header~" + HEAD + " | 400 | malformed-request",
                "GET %v/me HTTP/x~" + HEAD + "             | 400 | malformed-request",
                "GET  HTTP/1.1~" + HEAD + "                 | 400 | malformed-request",
                "hello                                      | 400 | malformed-request",
                "…                                          | 414 | uri-too-long"
            })
    void is_answered_with_a_problem_even_if_nothing_of_it_was_read(String request, int status, String code)
            throws Exception {
        var answer = answer(request);

        assertThat(answer)
                .contains(" " + status + " ")
                .contains("\nx-request-id: ")
                .contains("\nvary: origin\r")
                .contains("\nx-content-type-options: nosniff\r");
        assertThat(problem(answer)).isEqualTo(code);
    }

    /** All callers behind such a proxy share their limits, and only the operator can mend it. */
    @Test
    void is_reported_once_if_it_is_the_word_of_a_proxy() throws Exception {
        for (var word : List.of("unknown", "_hidden", "caller.example.org", "203.0.113.7:port", "unknown")) {
            answer("POST %v/sessions HTTP/1.1~" + HEAD + "~X-Forwarded-For: " + word
                    + "~Content-Type: application/json~Content-Length: 13~~{\"token\":\"a\"}");
        }

        await().untilAsserted(() -> assertThat(installation.printed().lines())
                .filteredOn(line -> line.contains("forwards X-Forwarded-For without an address"))
                .hasSize(1));
        assertThat(installation.printed()).doesNotContain("_hidden", "caller.example.org", "203.0.113.7");
    }

    private String answer(String request) throws IOException {
        try (var wire = Wire.open(installation.one().uri())) {
            return wire.sends(request.replace("…", "a".repeat(40_000))
                                    .replace("~", "\r\n")
                                    .replace("%v", Api.V1) + "\r\n\r\n")
                    .hears()
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("http/1.1", "HTTP/1.1");
        }
    }

    private static String problem(String answer) throws IOException {
        return JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")))
                .get("code")
                .asText();
    }
}
