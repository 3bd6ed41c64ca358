package dev.latchkey.http;

import dev.latchkey.framework.UnreadableRequests;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests whose head cannot be read by the server, by the router, or by the first that asks for its path or query. Some of the first kind come
 * without the Origin that they were sent with, for the server stops reading before it.
 */
@ApplicationScoped
class MalformedRequestHandler {

    private final Origins origins;

    MalformedRequestHandler(Origins origins) {
        this.origins = origins;
    }

    void register(@Observes Router router) {
        UnreadableRequests.answerWith(this::answer);
        router.route()
                .order(FilterChain.MALFORMED_REQUEST)
                .handler(this::checkAddress)
                .failureHandler(this::answerIfUnread);
    }

    private void checkAddress(RoutingContext context) {
        if (hasOneAddress(context)) {
            context.next();
        } else {
            answer(context.request());
        }
    }

    private static boolean hasOneAddress(RoutingContext context) {
        try {
            return new URI(context.request().uri()).getPath() != null
                    && context.normalizedPath().startsWith("/")
                    && context.queryParams() != null
                    && context.request().headers().getAll(HttpHeaders.HOST).size() <= 1;
        } catch (URISyntaxException | IllegalArgumentException | HttpException unreadable) {
            return false;
        }
    }

    /** No filter has seen it. */
    private void answerIfUnread(RoutingContext context) {
        if (context.response().headers().contains(RequestIds.HEADER)) {
            context.next();
        } else {
            answer(context.request());
        }
    }

    private void answer(HttpServerRequest request) {
        RequestIds.give(request);
        origins.letRead(request);
        ProblemResponses.refuseUnread(
                request.response(), problem(request.decoderResult().cause()));
    }

    private static Problem problem(@Nullable Throwable why) {
        if (why instanceof TooLongHttpLineException) {
            return FrameworkProblem.URI_TOO_LONG.problem();
        }
        return why instanceof TooLongHttpHeaderException
                ? FrameworkProblem.HEADERS_TOO_LARGE.problem()
                : Problem.of(WebReason.MALFORMED_REQUEST);
    }
}
