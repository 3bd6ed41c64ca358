package dev.latchkey.http;

import dev.latchkey.kernel.Ids;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request an id of ours, for the log and the audit trail: callers cannot choose it, or use another's. A well-formed one that the caller
 * sent stands beside it, and is the one in the answer.
 */
@ApplicationScoped
public class RequestIds {

    static final String HEADER = "X-Request-Id";
    private static final String OURS = "requestId";
    private static final String CALLERS = "callerRequestId";

    /** As load balancers and gateways write them (AWS, Azure, Google, W3C's traceparent), with nothing that ends a word of a log or a text in JSON. */
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:=|;/+-]{1,128}");

    void register(@Observes Filters filters) {
        filters.register(RequestIds::name, FilterChain.REQUEST_ID);
    }

    private static void name(RoutingContext context) {
        give(context.request());
        context.next();
    }

    static void give(HttpServerRequest request) {
        var inbound = request.getHeader(HEADER);
        MDC.put(OURS, Ids.next().toString());
        if (inbound != null && SANE.matcher(inbound).matches()) {
            MDC.put(CALLERS, inbound);
        } else {
            MDC.remove(CALLERS);
        }
        request.response().putHeader(HEADER, answered());
        if (request.isSSL()) {
            request.response().putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /** Our id of the request that this thread works for; empty in background work. */
    public static String current() {
        return Objects.toString(MDC.get(OURS), "");
    }

    /** The caller's own name for it, which may be anything and need not be unique; empty where there is none. */
    public static String callers() {
        return Objects.toString(MDC.get(CALLERS), "");
    }

    /** The id in the answer. */
    static String answered() {
        return callers().isEmpty() ? current() : callers();
    }
}
