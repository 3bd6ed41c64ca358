package dev.latchkey.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Gives a request to a worker as soon as it is whole, and for good. The framework would take one to find out who is calling and another one
 * for the rest, and the second would get another connection, which would have to be told once more whose rows to show.
 */
@ApplicationScoped
class Workers {

    private static final int BEHIND_ALL_OTHERS = 10;

    void register(@Observes Filters filters) {
        filters.register(Workers::takeOver, BEHIND_ALL_OTHERS);
    }

    private static void takeOver(RoutingContext context) {
        if (context.normalizedPath().startsWith("/v1/") && !UploadLimit.isUpload(context)) {
            Vertx.currentContext()
                    .executeBlocking(
                            () -> {
                                context.next();
                                return null;
                            },
                            false);
        } else {
            context.next();
        }
    }
}
