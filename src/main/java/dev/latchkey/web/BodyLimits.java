package dev.latchkey.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Only an upload may be large; every other body is a page of JSON at most. */
class BodyLimits {

    static final int LARGEST_BODY = 64 * 1024;

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        var type = request.getMediaType();
        var upload = type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE);
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (!upload && length != null && Long.parseLong(length) > LARGEST_BODY) {
            throw WebReason.BODY_TOO_LARGE.refusal();
        }
    }
}
