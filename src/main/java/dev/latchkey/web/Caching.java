package dev.latchkey.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells caches what they may keep: of a person's data nothing without asking again, of tokens nothing at all. */
class Caching {

    @ServerResponseFilter
    void forbid(ContainerResponseContext response) {
        var rule = response.getEntity() instanceof Confidential ? "no-store" : "private, no-cache";
        if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, rule);
        }
    }
}
