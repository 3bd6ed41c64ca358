package dev.latchkey.http;

import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses requests of other sites' pages with a problem, and lets the portal's pages read every answer. The framework would do so later, and only for
 * what comes so far.
 */
@ApplicationScoped
class Origins {

    private static final String ORIGIN = "Origin";

    private final Set<String> allowed;
    private final List<Pattern> patterns;

    private final String exposed;

    Origins(
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> allowed,
            @ConfigProperty(name = "quarkus.http.cors.exposed-headers") String exposed) {
        this.allowed = Set.copyOf(allowed.orElse(List.of()));
        this.patterns = CORSFilter.parseAllowedOriginsRegex(allowed);
        this.exposed = exposed;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterChain.ORIGINS);
    }

    private void check(RoutingContext context) {
        var origin = context.request().getHeader(HttpHeaders.ORIGIN);
        letRead(context.request());
        if (origin == null || isAllowed(origin) || isOurOwn(origin, context)) {
            context.next();
        } else {
            ProblemResponses.refuse(context, Problem.of(WebReason.ORIGIN_NOT_ALLOWED));
        }
    }

    /** Lets the page that sent the request, if it is one of the portal's, read the answer. No cache may give it to another one's. */
    void letRead(HttpServerRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        request.response().putHeader(HttpHeaders.VARY, ORIGIN);
        if (origin != null && isAllowed(origin)) {
            request.response()
                    .headers()
                    .set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true")
                    .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
        }
    }

    private boolean isAllowed(String origin) {
        return allowed.contains(origin) || CORSFilter.isOriginAllowedByRegex(patterns, origin);
    }

    /** The pages at /docs. A browser writes both headers, and a page cannot change either. */
    private static boolean isOurOwn(String origin, RoutingContext context) {
        var host = context.request().authority();
        return host != null && origin.equals(context.request().scheme() + "://" + host);
    }
}
