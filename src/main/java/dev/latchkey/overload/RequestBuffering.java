package dev.latchkey.overload;

import dev.latchkey.http.FilterChain;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Only an upload may be large; every other body is a page of JSON at most, and takes no worker before all of it is there. */
@ApplicationScoped
class RequestBuffering {

    private final Duration patience;
    private final BodyMemoryBudget arriving;

    RequestBuffering(OverloadSettings settings, BodyMemoryBudget arriving) {
        this.patience = settings.bodyTimeout();
        this.arriving = arriving;
    }

    void register(@Observes Filters filters) {
        filters.register(this::collect, FilterChain.BODY);
    }

    private void collect(RoutingContext context) {
        if (hasBody(context.request()) && !UploadLimit.isUpload(context)) {
            new RequestBodyBuffer(context, arriving).collect(patience);
        } else {
            context.next();
        }
    }

    /** RFC 9112, 6.3: one of these headers says so. */
    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** The framework would read from the network, where nothing is left. */
    @ServerRequestFilter
    void handOver(ContainerRequestContext request, RoutingContext context) {
        if (context.get(RequestBodyBuffer.WHOLE) instanceof byte[] whole) {
            request.setEntityStream(new ByteArrayInputStream(whole));
        }
    }
}
