package dev.latchkey.overload;

import dev.latchkey.http.FilterChain;
import dev.latchkey.http.Problem;
import dev.latchkey.http.ProblemResponses;
import dev.latchkey.http.WebReason;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives a request to one worker as soon as its body is whole. The framework would take one to find out who is calling and another one
 * for the rest, and the second would get another connection, which would have to be told once more whose rows to show.
 * When there is too much to do already, it is refused.
 */
@ApplicationScoped
class WorkerDispatch {

    private static final Set<HttpMethod> UPLOADING = Set.of(HttpMethod.POST, HttpMethod.PUT);

    private final ConcurrencyLimit requests;

    WorkerDispatch(ConcurrencyLimit requests) {
        this.requests = requests;
    }

    void register(@Observes Filters filters) {
        filters.register(this::takeOver, FilterChain.WORKER);
    }

    private void takeOver(RoutingContext context) {
        if (isTheFrameworks(context) || isUpload(context)) {
            context.next();
        } else if (requests.tryAcquire()) {
            Vertx.currentContext().executeBlocking(() -> work(context), false);
        } else {
            ProblemResponses.refuse(context, Problem.of(WebReason.OVERLOADED));
        }
    }

    /** Development's own pages. All else is counted, for a path can be misspelt, as {@code /v1;x/me}, and lead to the same place. */
    private static boolean isTheFrameworks(RoutingContext context) {
        return context.normalizedPath().startsWith("/q/");
    }

    private static boolean isUpload(RoutingContext context) {
        return UPLOADING.contains(context.request().method()) && UploadLimit.isUpload(context);
    }

    private @Nullable Void work(RoutingContext context) {
        var place = CallerConcurrencyLimit.placeFor(context);
        requests.work(() -> {
            try {
                context.next();
            } finally {
                place.leave();
            }
        });
        return null;
    }
}
