package dev.latchkey.http;

import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses requests of other sites' pages, as the framework would right after, but with a problem. */
@ApplicationScoped
class Origins {

    private final Set<String> allowed;
    private final List<Pattern> patterns;

    Origins(@ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> allowed) {
        this.allowed = Set.copyOf(allowed.orElse(List.of()));
        this.patterns = CORSFilter.parseAllowedOriginsRegex(allowed);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterChain.ORIGINS);
    }

    private void check(RoutingContext context) {
        var origin = context.request().getHeader("Origin");
        if (origin == null || isAllowed(origin) || isOurOwn(origin, context)) {
            context.next();
            return;
        }
        ProblemResponses.refuse(context, Problem.of(WebReason.ORIGIN_NOT_ALLOWED));
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
