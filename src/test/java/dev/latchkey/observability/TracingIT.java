package dev.latchkey.observability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.latchkey.support.Api;
import dev.latchkey.support.Installation;
import dev.latchkey.support.Person;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To a collector that takes traces by OTLP, in the bytes that arrive there. Guards {@code SpanRedaction} when OpenTelemetry is upgraded. */
class TracingIT {

    private final List<String> spans = new CopyOnWriteArrayList<>();
    private final HttpServer collector;

    TracingIT() throws Exception {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", exchange -> {
            spans.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
    }

    @BeforeEach
    void open() {
        collector.start();
    }

    @AfterEach
    void close() {
        collector.stop(0);
    }

    @Test
    void tells_of_requests_and_statements_and_names_no_person(@TempDir Path directory) throws Exception {
        var endpoint = "http://127.0.0.1:" + collector.getAddress().getPort();
        var told = Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint, "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        try (var installation = Installation.ofOneNode(directory, told)) {
            var link = installation.linksSentTo(1, "mia").get("mia-0@example.org");
            var mia = installation.one().redeems(Objects.requireNonNull(link)).text(201, "accessToken");
            installation.one().get(Api.ME, mia).text(200, "givenName");
            var owner = installation.owner();
            assertThat(installation.one().get(Api.CLIENTS + "?q=Larsen", owner).status())
                    .isEqualTo(200);

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(seen())
                    .contains("POST /v1/sessions", "GET /v1/staff/clients", "select"));
            assertThat(seen())
                    .doesNotContain("mia-0", "owner@clinic", "Larsen", "Robin", link, mia, owner, Person.PASSWORD)
                    .doesNotContain("Java-http-client")
                    .doesNotContainPattern("network\\.peer\\.address[^a-z]{1,8}127")
                    .containsPattern("url\\.path[^a-z]{1,8}hidden")
                    .doesNotContainPattern("url\\.path[^a-z]{1,8}/v1");
        }
    }

    private String seen() {
        return String.join("\n", spans);
    }
}
