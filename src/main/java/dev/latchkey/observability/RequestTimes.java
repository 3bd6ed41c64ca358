package dev.latchkey.observability;

import dev.latchkey.framework.EndpointTemplates;
import dev.latchkey.http.FilterChain;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Times all requests by method, endpoint and status, also those that no endpoint answers. An endpoint goes by its template and what is
 * none by one word, so that no caller decides how many series there are, and no id is in their names.
 */
@ApplicationScoped
class RequestTimes {

    private static final String ENDPOINT = RequestTimes.class.getName();
    private static final String NONE = "none";

    /** The caller hung up before the answer, and the status would say that all went well. */
    private static final String CALLER_LEFT = "aborted";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final MeterRegistry registry;
    private final EndpointTemplates templates;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestTimes(MeterRegistry registry, EndpointTemplates templates) {
        this.registry = registry;
        this.templates = templates;
    }

    void register(@Observes Filters filters) {
        filters.register(this::time, FilterChain.REQUEST_TIME);
    }

    private void time(RoutingContext context) {
        var begun = System.nanoTime();
        context.addEndHandler(end -> note(Kind.of(context, end.failed()), System.nanoTime() - begun));
        context.next();
    }

    private void note(Kind kind, long nanos) {
        timers.computeIfAbsent(kind, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .description("From the head of a request to the end of its answer")
                .tag("method", kind.method)
                .tag("uri", kind.endpoint)
                .tag("status", kind.status)
                .register(registry);
    }

    @ServerResponseFilter
    void name(RoutingContext context) {
        templates.current().ifPresent(template -> context.put(ENDPOINT, template));
    }

    private record Kind(String method, String endpoint, String status) {

        static Kind of(RoutingContext context, boolean callerIsGone) {
            var method = context.request().method().name();
            var endpoint = context.<String>get(ENDPOINT);
            return new Kind(
                    METHODS.contains(method) ? method : "OTHER",
                    endpoint == null ? NONE : endpoint,
                    callerIsGone
                            ? CALLER_LEFT
                            : String.valueOf(context.response().getStatusCode()));
        }
    }
}
