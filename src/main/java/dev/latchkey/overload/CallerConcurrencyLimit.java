package dev.latchkey.overload;

import dev.latchkey.http.WebReason;
import dev.latchkey.kernel.Refusal;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How many requests and uploads of one caller, and of one clinic, a node works on at once: a part of the permits that there are for all of
 * them. Counted in the node, so it costs no query.
 */
@ApplicationScoped
public class CallerConcurrencyLimit {

    private static final String PLACE = CallerConcurrencyLimit.class.getName();
    private static final Duration VERY_SHORTLY = Duration.ofSeconds(1);
    private static final Duration SHORTLY = Duration.ofSeconds(5);

    private final KeyedCounts requests = new KeyedCounts();
    private final KeyedCounts uploads = new KeyedCounts();
    private final CurrentVertxRequest current;
    private final OverloadSettings settings;

    CallerConcurrencyLimit(CurrentVertxRequest current, OverloadSettings settings) {
        this.current = current;
        this.settings = settings;
    }

    /** Of a request that is let in before its caller is known. Who lets it in gives the permit back when the work is done. */
    static Place placeFor(RoutingContext context) {
        var place = new Place();
        context.put(PLACE, place);
        return place;
    }

    /** As soon as it is known who is calling, and before any of an upload is read. */
    public void enter(String caller, UUID clinicId) {
        var context = current.getCurrent();
        if (!(context.get(PLACE) instanceof Place place) || place.isTaken()) {
            return;
        }
        if (UploadLimit.isUpload(context)) {
            var full = WebReason.TOO_MANY_UPLOADS.refusal(SHORTLY);
            take(uploads, caller, settings.uploadsPerCaller(), full);
            place.take(() -> uploads.release(caller));
            take(uploads, clinicId.toString(), settings.uploadsPerClinic(), full);
            place.take(() -> uploads.release(clinicId.toString()));
        } else {
            var full = WebReason.TOO_MANY_REQUESTS.refusal(VERY_SHORTLY);
            take(requests, caller, settings.requestsPerCaller(), full);
            place.take(() -> requests.release(caller));
            take(requests, clinicId.toString(), settings.requestsPerClinic(), full);
            place.take(() -> requests.release(clinicId.toString()));
        }
    }

    private static void take(KeyedCounts counts, String key, int most, Refusal full) {
        if (!counts.tryAcquire(key, most)) {
            throw full;
        }
    }

    /** What a request has taken of its caller's share. It may end, for its caller hung up, while it is still being let in. */
    static final class Place {

        private static final Runnable LEFT = () -> {};

        private final AtomicReference<Runnable> leaving = new AtomicReference<>();

        boolean isTaken() {
            return leaving.get() != null;
        }

        private void take(Runnable more) {
            var before = leaving.get();
            Runnable both = before == null
                    ? more
                    : () -> {
                        before.run();
                        more.run();
                    };
            if (before == LEFT || !leaving.compareAndSet(before, both)) {
                more.run();
            }
        }

        void leave() {
            var all = leaving.getAndSet(LEFT);
            if (all != null) {
                all.run();
            }
        }
    }
}
