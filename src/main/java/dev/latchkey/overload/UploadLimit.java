package dev.latchkey.overload;

import dev.latchkey.framework.UploadSizes;
import dev.latchkey.http.FilterChain;
import dev.latchkey.http.Problem;
import dev.latchkey.http.ProblemResponses;
import dev.latchkey.http.WebReason;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers a problem when a body is larger than the largest upload; the HTTP server by itself would hang up without one. */
@ApplicationScoped
class UploadLimit {

    private static final String UPLOAD = "multipart/form-data";

    /** What takes another's place (PUT) is a picture, of 2 MiB and the form around it, and no file. */
    private static final long LARGEST_PUT = 2 * 1024 * 1024 + 64 * 1024;

    private final long largest;

    UploadLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.largest = largest.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuse, FilterChain.BODY_SIZE);
        filters.register(UploadLimit::leaveCountingToTheParser, FilterChain.UPLOAD_SIZE);
    }

    private void refuse(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        var isPut = isUpload(context) && context.request().method().equals(HttpMethod.PUT);
        if (length == null || Long.parseLong(length) <= (isPut ? LARGEST_PUT : largest)) {
            context.next();
            return;
        }
        ProblemResponses.refuseUnread(
                context, Problem.of(isUpload(context) && !isPut ? WebReason.FILE_TOO_LARGE : WebReason.BODY_TOO_LARGE));
    }

    /** The parser of uploads has the same limit, for a body that does not say its length beforehand, and throws where the server hangs up. */
    private static void leaveCountingToTheParser(RoutingContext context) {
        if (isUpload(context)) {
            UploadSizes.leaveToTheParser(context);
        }
        context.next();
    }

    /** A media type is the same in capitals (RFC 9110, 8.3.1). */
    static boolean isUpload(RoutingContext context) {
        var type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.regionMatches(true, 0, UPLOAD, 0, UPLOAD.length());
    }
}
