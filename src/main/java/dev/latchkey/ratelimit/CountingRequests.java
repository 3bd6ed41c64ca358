package dev.latchkey.ratelimit;

import dev.latchkey.http.FilterChain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Counts the calls of endpoints that are {@link RateLimited}. A filter runs before the body is read: no body is judged uncounted. */
@ApplicationScoped
class CountingRequests {

    private final RateLimits limits;
    private final CallerLimits callers;
    private final RequestLimit.Settings settings;
    private final Event<RequestLimitReached> reached;

    CountingRequests(
            RateLimits limits,
            CallerLimits callers,
            RequestLimit.Settings settings,
            Event<RequestLimitReached> reached) {
        this.limits = limits;
        this.callers = callers;
        this.settings = settings;
        this.reached = reached;
    }

    @RateLimited(RequestLimit.SIGN_IN_REQUESTS) // any of them binds the filter to all such endpoints
    @ServerRequestFilter(priority = FilterChain.REQUEST_LIMIT)
    void count(ResourceInfo called) {
        count(called.getResourceMethod().getAnnotation(RateLimited.class).value());
    }

    void count(RequestLimit limit) {
        var buckets = callers.buckets(limit, settings).toList();
        limits.spend(buckets, full -> reached.fire(new RequestLimitReached(full.code(), buckets.get(0))));
    }
}
