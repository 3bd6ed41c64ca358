package dev.latchkey.web;

import dev.latchkey.kernel.Ids;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Gives every answer its X-Request-Id and the log its {@code requestId}; a sane inbound one is kept. */
@ApplicationScoped
public class RequestIds {

    private static final String HEADER = "X-Request-Id";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final int BEFORE_EVERYTHING_ELSE = 10_000;

    void register(@Observes Filters filters) {
        filters.register(RequestIds::name, BEFORE_EVERYTHING_ELSE);
    }

    private static void name(RoutingContext context) {
        give(context);
        context.next();
    }

    static void give(RoutingContext context) {
        var inbound = context.request().getHeader(HEADER);
        var id = inbound != null && SANE.matcher(inbound).matches()
                ? inbound
                : Ids.next().toString();
        MDC.put("requestId", id);
        context.response().putHeader(HEADER, id);
        if (context.request().isSSL()) {
            context.response().putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /** The one this thread works for; empty where nobody called. */
    public static String current() {
        return Objects.toString(MDC.get("requestId"), "");
    }
}
