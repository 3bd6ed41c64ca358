package dev.latchkey.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses requests of other sites' pages, as the framework would right after, but with a problem. */
@ApplicationScoped
class Origins {

    private final Set<String> allowed;

    Origins(@ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> allowed) {
        this.allowed = Set.copyOf(allowed.orElse(List.of()));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterChain.ORIGINS);
    }

    private void check(RoutingContext context) {
        var origin = context.request().getHeader("Origin");
        if (origin == null || allowed.contains(origin) || isOurOwn(origin, context)) {
            context.next();
            return;
        }
        ProblemResponses.refuse(context, Problem.of(WebReason.ORIGIN_NOT_ALLOWED));
    }

    /** The pages at /docs. A browser writes both headers, and a page cannot change either. */
    private static boolean isOurOwn(String origin, RoutingContext context) {
        var host = context.request().authority();
        return host != null && origin.equals(context.request().scheme() + "://" + host);
    }
}
