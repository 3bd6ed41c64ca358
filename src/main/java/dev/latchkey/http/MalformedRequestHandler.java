package dev.latchkey.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers requests that the router rejects before any handler sees them, such as one with a malformed Host. */
@ApplicationScoped
class MalformedRequestHandler {

    private static final int BAD_REQUEST = 400;

    void register(@Observes Router router) {
        router.route().order(FilterChain.MALFORMED_REQUEST).failureHandler(MalformedRequestHandler::answerIfUnreadable);
    }

    private static void answerIfUnreadable(RoutingContext context) {
        if (context.statusCode() == BAD_REQUEST) {
            answer(context);
        } else {
            context.next();
        }
    }

    private static void answer(RoutingContext context) {
        RequestIds.give(context);
        ProblemResponses.refuseUnread(context, Problem.of(WebReason.MALFORMED_REQUEST));
    }
}
