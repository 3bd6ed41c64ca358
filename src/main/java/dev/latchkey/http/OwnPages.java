package dev.latchkey.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Refuses every path that is no endpoint. The framework would also serve all that a library brings in META-INF/resources: pages that
 * take any address to load from, without a policy of ours.
 */
@ApplicationScoped
class OwnPages {

    /** Where our endpoints are, the home page (the empty one) among them, and development's own pages. */
    private static final Set<String> ROOTS =
            Set.of("", "v1", "docs", "openapi.yaml", "openapi.json", ".well-known", "mailbox", "q");

    void register(@Observes Filters filters) {
        filters.register(OwnPages::check, FilterChain.OWN_PAGES);
    }

    private static void check(RoutingContext context) {
        if (ROOTS.contains(root(context.normalizedPath()))) {
            context.next();
        } else {
            ProblemResponses.refuse(context, Problem.of(WebReason.NOT_FOUND));
        }
    }

    /** The framework reads {@code /v1;x/me} as {@code /v1/me}, and so it reads {@code //v1/me}. */
    private static String root(String path) {
        var from = 0;
        while (from < path.length() && path.charAt(from) == '/') {
            from++;
        }
        var to = from;
        while (to < path.length() && path.charAt(to) != '/' && path.charAt(to) != ';') {
            to++;
        }
        return path.substring(from, to);
    }
}
