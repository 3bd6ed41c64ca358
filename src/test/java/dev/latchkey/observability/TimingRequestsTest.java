package dev.latchkey.observability;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
import dev.latchkey.support.Metrics;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Guards {@code EndpointTemplates} when RESTEasy Reactive is upgraded. */
@QuarkusTest
class TimingRequestsTest {

    private static final String COUNT = "http_server_requests_seconds_count";

    @Test
    void calls_an_endpoint_by_its_template_for_every_caller_and_outcome() {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia");
        var path = Api.CLIENTS + "/" + mia.id();
        var before = Metrics.now();

        clinic.owner().get(path).then().statusCode(200);
        Person.stranger().get(path).then().statusCode(401);
        Person.withToken("nonsense").get(path).then().statusCode(401);

        assertThat(more(before, "uri=\"" + Api.CLIENTS + "/{id}\"", "status=\"200\"", "method=\"GET\""))
                .isEqualTo(1);
        assertThat(more(before, "uri=\"" + Api.CLIENTS + "/{id}\"", "status=\"401\"", "method=\"GET\""))
                .isEqualTo(2);
        assertThat(Metrics.now().text()).doesNotContain(mia.id());
    }

    @Test
    void calls_everything_else_by_one_word() {
        var nothing = UUID.randomUUID().toString();
        var before = Metrics.now();

        Person.stranger().get(Api.V1 + "/" + nothing).then().statusCode(404);
        Person.stranger().get("/" + nothing + "?search=" + nothing).then().statusCode(404);
        Person.stranger().request().request("BREW", Api.V1 + "/" + nothing);
        Person.stranger()
                .request()
                .contentType("application/json")
                .body(" ".repeat(70_000))
                .post(Api.CLIENTS + "/" + nothing + "/invoices")
                .then()
                .statusCode(413);

        assertThat(more(before, "uri=\"none\"", "status=\"404\"")).isGreaterThanOrEqualTo(2);
        assertThat(more(before, "uri=\"none\"", "status=\"413\"")).isEqualTo(1);
        assertThat(Metrics.now().text()).doesNotContain(nothing).doesNotContain("BREW");
    }

    /** Otherwise it would be counted as a 200, the default. */
    @Test
    void calls_it_aborted_when_the_caller_has_left() throws IOException {
        var before = Metrics.now();
        var door = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));

        try (var caller = new Socket(door.getHost(), door.getPort())) {
            caller.getOutputStream()
                    .write(
                            "POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"
                                    .getBytes(US_ASCII));
        }

        await().until(() -> more(before, "status=\"aborted\"") == 1);
        assertThat(more(before, "status=\"200\"", "method=\"POST\"")).isZero();
    }

    private static double more(Metrics before, String... labels) {
        return Metrics.now().sum(COUNT, labels) - before.sum(COUNT, labels);
    }
}
