package dev.latchkey.overload;

import dev.latchkey.http.FilterChain;
import dev.latchkey.http.Problem;
import dev.latchkey.http.ProblemResponses;
import dev.latchkey.http.WebReason;
import dev.latchkey.overload.CallerConcurrencyLimit.Place;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** An upload holds a worker until its last byte is there, and most workers must be left for everybody else. */
@ApplicationScoped
class UploadConcurrencyLimit {

    private static final int MOST = 64; // of 256 workers (quarkus.thread-pool.max-threads)

    private final ConcurrencyLimit requests;
    private final OverloadSettings settings;
    private final AtomicInteger arriving = new AtomicInteger();

    UploadConcurrencyLimit(ConcurrencyLimit requests, OverloadSettings settings) {
        this.requests = requests;
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, FilterChain.UPLOADS_AT_ONCE);
    }

    private void admit(RoutingContext context) {
        if (!UploadLimit.isUpload(context)) {
            context.next();
        } else if (arriving.incrementAndGet() > MOST) {
            arriving.decrementAndGet();
            requests.countRefused();
            ProblemResponses.refuseUnread(context, Problem.of(WebReason.OVERLOADED));
        } else {
            var place = CallerConcurrencyLimit.placeFor(context);
            var watch = watch(context, place);
            context.addEndHandler(end -> {
                context.vertx().cancelTimer(watch);
                place.leave();
                arriving.decrementAndGet();
            });
            context.next();
        }
    }

    /** The worker waits for each piece alone, and would for a byte every now and then wait all day. */
    private long watch(RoutingContext context, Place place) {
        var window = settings.uploadWindow();
        var pace = new UploadPace(settings.uploadLeastRate(), window, settings.uploadTimeout());
        var windows = new AtomicInteger();
        var isRead = new AtomicBoolean();
        return context.vertx().setPeriodic(window.toMillis(), timer -> {
            var since = window.multipliedBy(windows.incrementAndGet());
            var arrived = context.request().bytesRead();
            // Nothing is read until it is known who is calling, and that is no fault of theirs.
            var isKept =
                    isRead.getAndSet(place.isTaken()) ? pace.checkPace(arrived, since) : pace.checkTime(arrived, since);
            if (!isThere(context.request()) && !isKept) {
                context.request().connection().close(); // the worker, in the midst of reading, can answer nothing
            }
        });
    }

    private static boolean isThere(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.isEnded() || (length != null && request.bytesRead() >= Long.parseLong(length));
    }
}
