package dev.latchkey.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/** An upload holds a worker until its last byte is there, and most workers must be left for everybody else. */
@ApplicationScoped
class UploadsAtOnce {

    private static final int MOST = 64; // of 200 workers, the framework's default
    private static final int BEHIND_THE_LIMIT_OF_EACH = 90;

    private final RequestsAtOnce requests;
    private final AtomicInteger arriving = new AtomicInteger();

    UploadsAtOnce(RequestsAtOnce requests) {
        this.requests = requests;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, BEHIND_THE_LIMIT_OF_EACH);
    }

    private void admit(RoutingContext context) {
        if (!UploadLimit.isUpload(context)) {
            context.next();
        } else if (arriving.incrementAndGet() > MOST) {
            arriving.decrementAndGet();
            requests.countRefused();
            RouteAnswers.refuseUnread(context, Problem.of(WebReason.OVERLOADED));
        } else {
            context.addEndHandler(end -> arriving.decrementAndGet());
            context.next();
        }
    }
}
