package dev.latchkey.docs;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.support.Health;
import dev.latchkey.support.Person;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller who knows nothing but the host's name. */
@QuarkusTest
class ArrivingAtTheRootTest {

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "*/*", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"})
    void leads_people_on(String accept) {
        var answer = Person.stranger().request().header("Accept", accept).get("/");

        answer.then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Vary", containsString("Accept"))
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        assertThat(answer.asString())
                .contains("href=\"/docs\"", "href=\"/docs/walkthrough\"", "href=\"/openapi.yaml\"", "/q/health")
                .contains("(" + Health.port() + ")");
    }

    /** Standalone, as the tests run. In production the page begins with the pages: {@code RunningAsConfiguredIT}. */
    @Test
    void tells_a_newcomer_what_runs_who_is_there_and_what_to_try() {
        var page = Person.stranger()
                .request()
                .header("Accept", "text/html")
                .get("/")
                .asString();

        assertThat(page)
                .contains("href=\"http://localhost:5173/harbour-physio\"", "href=\"http://localhost:5173/staff\"")
                .containsPattern("href=\"http://localhost:[0-9]+/mailbox\"")
                .contains(
                        "rosa@harbour.example.org",
                        "receptionist",
                        "samuel@example.org",
                        "priya@example.org",
                        "larsen@example.org")
                .contains("<details>", "curl -X POST")
                .doesNotContain("<script", "style=");
        assertThat(page.split("<li>\\s*<p>", -1)).as("three things to try").hasSize(1 + 3);
    }

    @Test
    void leads_on_a_caller_who_does_not_say_what_they_take() {
        Person.stranger().get("/").then().statusCode(200).contentType(startsWith("text/html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json, text/plain, */*"})
    void leads_programs_on(String accept) {
        Person.stranger()
                .request()
                .header("Accept", accept)
                .get("/")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .header("Vary", containsString("Accept"))
                .body("name", equalTo("Latchkey"))
                .body("docs", equalTo("/docs"))
                .body("pages", hasItem("/docs/security"))
                .body("contract", equalTo("/openapi.yaml"))
                .body("health.port", equalTo(Health.port()))
                .body("health.path", equalTo("/q/health"));
    }

    @Test
    void answers_a_head_as_it_would_a_get() {
        var head = Person.stranger().request().head("/");

        head.then().statusCode(200).contentType(startsWith("text/html"));
        assertThat(head.asString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void takes_nothing(String method) {
        var answer = Person.stranger().request().request(method, "/");

        assertRefused(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void knows_no_other_media_type() {
        assertRefused(Person.stranger().request().header("Accept", "image/png").get("/"), 406, "not-acceptable");
    }
}
