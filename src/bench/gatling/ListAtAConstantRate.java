import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Clients who come when they come, and do not wait for one another: an open model, at a rate that never yields. Those of the first thirty
 * seconds, more and more of them, are not counted: the generator itself is compiled in them, on the same processors.
 */
public final class ListAtAConstantRate extends Simulation {

    private static final int SECONDS_OF_WARM_UP = 30;

    public ListAtAConstantRate() throws IOException {
        var asks = Files.readAllLines(Path.of(System.getProperty("asks"))).stream()
                .map(line -> line.split(" "))
                .map(words -> Map.<String, Object>of("path", words[0], "token", words[1]))
                .toList();
        var rate = Integer.getInteger("rate");
        var warmUps = (1 + rate) * SECONDS_OF_WARM_UP / 2;
        setUp(reading(asks, warmUps)
                        .injectOpen(
                                rampUsersPerSec(1).to(rate).during(SECONDS_OF_WARM_UP),
                                constantUsersPerSec(rate).during(Integer.getInteger("seconds"))))
                .protocols(http.baseUrl("http://127.0.0.1:" + Integer.getInteger("port")).shareConnections())
                .assertions(
                        global().failedRequests().count().is(0L),
                        details("list").responseTime().percentile(50).lt(1_000),
                        details("list").responseTime().percentile(99).lt(1_000));
    }

    private static ScenarioBuilder reading(List<Map<String, Object>> asks, int warmUps) {
        return scenario("reading")
                .feed(listFeeder(asks).random())
                .exec(http(client -> client.userId() > warmUps ? "list" : "warm-up")
                        .get("#{path}")
                        .header("Authorization", "Bearer #{token}")
                        .check(status().is(200)));
    }
}
