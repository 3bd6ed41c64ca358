package dev.latchkey.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;

/** How every refusal looks. */
public final class Refusals {

    private Refusals() {}

    public static void assertRefused(Response answer, int status, String code) {
        answer.then().statusCode(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        var problem = Answers.json(answer);
        assertThat(problem.path("code").asText()).as(answer.asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).isNotEmpty();
        assertThat(problem.path("requestId").asText()).isEqualTo(answer.header("X-Request-Id"));
    }

    /** So many seconds after it began (a {@link System#nanoTime}), however long the test has taken since. */
    public static void assertRetriedAfter(Response refused, int seconds, long began) {
        var passed = (int) Duration.ofNanos(System.nanoTime() - began).toSeconds() + 1;
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(seconds - passed, seconds);
    }
}
