package dev.latchkey.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;

/** Answers problems from the router, before any endpoint is called, with the same body and headers as an endpoint's. */
public final class ProblemResponses {

    private static final String VERY_SHORTLY = "1";

    private ProblemResponses() {}

    /** A client that waits with the body for our word must not send it now. We must not take what follows for another request. */
    public static void refuseUnread(RoutingContext context, Problem problem) {
        refuseUnread(context.response(), problem);
    }

    static void refuseUnread(HttpServerResponse response, Problem problem) {
        refuse(response.putHeader(HttpHeaders.CONNECTION, "close"), problem);
    }

    public static void refuse(RoutingContext context, Problem problem) {
        refuse(context.response(), problem);
    }

    private static void refuse(HttpServerResponse response, Problem problem) {
        addHeaders(response).setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (problem.status() == 503) {
            response.putHeader("Retry-After", isOverload(problem) ? VERY_SHORTLY : Problems.SHORTLY);
        }
        response.end(Json.encode(problem));
    }

    /** The framework adds them later, to what an endpoint answers. */
    static HttpServerResponse addHeaders(HttpServerResponse response) {
        return response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
    }

    private static boolean isOverload(Problem problem) {
        return problem.code().equals(WebReason.OVERLOADED.code());
    }
}
