package dev.latchkey.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;

/** Refuses a Content-Type that cannot be read: the framework would fail on it, wherever it is asked for the type. */
@ApplicationScoped
class ContentTypeFilter {

    void register(@Observes Filters filters) {
        filters.register(ContentTypeFilter::check, FilterChain.CONTENT_TYPE);
    }

    private static void check(RoutingContext context) {
        var type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || isReadable(type)) {
            context.next();
        } else {
            ProblemResponses.refuseUnread(context, FrameworkProblem.UNSUPPORTED_MEDIA_TYPE.problem());
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
