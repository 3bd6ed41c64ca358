package dev.latchkey.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Nothing of what we answer is kept by anybody, unless the endpoint itself says what may be: nearly all of it is personal, or opens something. */
class Caching {

    @ServerResponseFilter
    void forbid(ContainerResponseContext response) {
        if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
