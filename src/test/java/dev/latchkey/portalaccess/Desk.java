package dev.latchkey.portalaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Practice;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;

/** Asks, at a clinic's desk, how one client stands with the portal. */
record Desk(Practice clinic, Person client) {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    Response asks() {
        var answer = clinic.owner().get(path());
        answer.then().statusCode(200);
        return answer;
    }

    String path() {
        return Api.CLIENTS + "/" + client.id() + "/portal-access";
    }

    /** As soon as what goes on in the background has come so far. */
    void hears(String situation, String... nextSteps) {
        await().atMost(PATIENCE).untilAsserted(() -> hearsNow(situation, nextSteps));
    }

    void hearsNow(String situation, String... nextSteps) {
        var answer = asks();
        assertThat(answer.<String>path("situation.code")).isEqualTo(situation);
        assertThat(answer.<List<String>>path("nextSteps")).containsExactly(nextSteps);
        assertThat(answer.<String>path("situation.detail")).isNotBlank();
    }
}
