package dev.latchkey.support;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.emptyOrNullString;

import io.restassured.response.Response;

/** How a refusal looks, whoever refuses. */
public final class Refusals {

    private Refusals() {}

    public static void assertRefused(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("detail", not(emptyOrNullString()))
                .body("requestId", equalTo(answer.header("X-Request-Id")));
    }
}
