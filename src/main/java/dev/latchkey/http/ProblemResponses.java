package dev.latchkey.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;

/** Answers problems from the router, before any endpoint is called, with the same body and headers as an endpoint's. */
public final class ProblemResponses {

    private static final String VERY_SHORTLY = "1";

    private ProblemResponses() {}

    /** A client that waits with the body for our word must not send it now. We must not take what follows for another request. */
    public static void refuseUnread(RoutingContext context, Problem problem) {
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        refuse(context, problem);
    }

    public static void refuse(RoutingContext context, Problem problem) {
        var response = context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        if (problem.status() == 503) {
            response.putHeader("Retry-After", isOverload(problem) ? VERY_SHORTLY : Problems.SHORTLY);
        }
        response.end(Json.encode(problem));
    }

    private static boolean isOverload(Problem problem) {
        return problem.code().equals(WebReason.OVERLOADED.code());
    }
}
