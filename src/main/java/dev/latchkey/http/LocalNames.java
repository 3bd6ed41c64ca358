package dev.latchkey.http;

import dev.latchkey.kernel.Loopback;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A standalone installation answers only requests for this machine's own names. A stranger's page may let its own name lead here (DNS rebinding),
 * and would then be of our origin for the browser; but the browser says the name it knows.
 */
@ApplicationScoped
class LocalNames {

    private final boolean alone;

    LocalNames(Settings settings) {
        this.alone = settings.localNamesOnly();
    }

    void register(@Observes Filters filters) {
        if (alone) {
            filters.register(LocalNames::check, FilterChain.LOCAL_NAMES);
        }
    }

    void register(@Observes ManagementInterface management) {
        if (alone) {
            management.router().route().order(-FilterChain.LOCAL_NAMES).handler(LocalNames::check);
        }
    }

    private static void check(RoutingContext context) {
        var authority = context.request().authority();
        if (authority != null && Loopback.isLoopback(authority.host())) {
            context.next();
        } else {
            ProblemResponses.refuseUnread(context, FrameworkProblem.MISDIRECTED_REQUEST.problem());
        }
    }

    @ConfigMapping(prefix = "latchkey.web")
    interface Settings {

        /** Answer to localhost and its kin alone: standalone does, and development. */
        @WithDefault("false")
        boolean localNamesOnly();
    }
}
