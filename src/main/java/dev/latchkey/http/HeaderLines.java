package dev.latchkey.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Makes one line of the several lines of a header: a list may be sent either way (RFC 9110, 5.3), and proxies change it. A header that is no
 * list becomes unreadable, where the framework would take the first line, and a proxy perhaps the last.
 */
@ApplicationScoped
class HeaderLines {

    void register(@Observes Filters filters) {
        filters.register(HeaderLines::join, FilterChain.HEADER_LINES);
    }

    private static void join(RoutingContext context) {
        var headers = context.request().headers();
        List.copyOf(headers.names()).forEach(name -> join(headers, name));
        context.next();
    }

    private static void join(MultiMap headers, String name) {
        var lines = headers.getAll(name);
        if (lines.size() > 1) {
            var separator = HttpHeaders.COOKIE.toString().equalsIgnoreCase(name) ? "; " : ", ";
            headers.set(name, String.join(separator, lines));
        }
    }
}
