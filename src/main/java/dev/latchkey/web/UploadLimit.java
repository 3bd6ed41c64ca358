package dev.latchkey.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says so, as a problem, when a body is larger than the largest upload; the HTTP server by itself says nothing and hangs up. */
@ApplicationScoped
class UploadLimit {

    private static final int AFTER_CORS = 100; // so that a browser may read the refusal
    private static final int AFTER_THE_SERVER_SET_ITS_LIMIT = 1;

    private final ObjectMapper json;
    private final long largest;

    UploadLimit(ObjectMapper json, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.json = json;
        this.largest = largest.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuse, AFTER_CORS);
        filters.register(UploadLimit::leaveCountingToTheParser, AFTER_THE_SERVER_SET_ITS_LIMIT);
    }

    private void refuse(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= largest) {
            context.next();
            return;
        }
        var response = context.response().setStatusCode(413);
        if (context.request().version() != HttpVersion.HTTP_2) {
            // Whoever waited with the body for our word must not send it now, nor take what follows for another
            // request.
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(problem(isUpload(context) ? WebReason.FILE_TOO_LARGE : WebReason.BODY_TOO_LARGE));
    }

    private Buffer problem(WebReason reason) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(Problem.of(reason)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem of ours cannot be written", e);
        }
    }

    /** The parser of uploads has the same limit, for a body that does not say its length beforehand, and throws where the server hangs up. */
    private static void leaveCountingToTheParser(RoutingContext context) {
        if (isUpload(context)) {
            context.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        }
        context.next();
    }

    private static boolean isUpload(RoutingContext context) {
        var type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("multipart/form-data");
    }
}
