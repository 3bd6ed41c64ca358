package dev.latchkey.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;

/**
 * Refuses a Content-Type that cannot be read, for the framework would fail on it wherever it is asked for the type; and a body that is compressed,
 * for the framework would take it as it stands.
 */
@ApplicationScoped
class ContentHeaders {

    private static final String AS_IT_IS = "identity";

    void register(@Observes Filters filters) {
        filters.register(ContentHeaders::check, FilterChain.CONTENT_HEADERS);
    }

    private static void check(RoutingContext context) {
        var encoding = context.request().getHeader(HttpHeaders.CONTENT_ENCODING);
        var type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (encoding != null && !encoding.equalsIgnoreCase(AS_IT_IS)) {
            context.response().putHeader(HttpHeaders.ACCEPT_ENCODING, AS_IT_IS);
            ProblemResponses.refuseUnread(context, FrameworkProblem.CONTENT_ENCODING_UNSUPPORTED.problem());
        } else if (type != null && !isReadable(type)) {
            ProblemResponses.refuseUnread(context, FrameworkProblem.UNSUPPORTED_MEDIA_TYPE.problem());
        } else {
            context.next();
        }
    }

    private static boolean isReadable(String type) {
        try {
            return MediaType.valueOf(type) != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
