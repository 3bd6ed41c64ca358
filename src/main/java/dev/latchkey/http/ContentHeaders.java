package dev.latchkey.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;

/**
 * Refuses a Content-Type that cannot be read, for the framework would fail on it wherever it is asked for the type; another kind of JSON (a patch,
 * lines) and a pattern of types, for the framework would read it as JSON; and a body that is compressed, for it would take that as it stands.
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
        } else if (type != null && !isTaken(type)) {
            ProblemResponses.refuseUnread(context, FrameworkProblem.UNSUPPORTED_MEDIA_TYPE.problem());
        } else {
            context.next();
        }
    }

    private static boolean isTaken(String text) {
        try {
            var type = MediaType.valueOf(text);
            return !isAnotherKindOfJson(type.getSubtype().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean isAnotherKindOfJson(String subtype) {
        return !subtype.equals("json") && (subtype.endsWith("json") || subtype.contains("*"));
    }
}
