package dev.latchkey.ratelimit;

import dev.latchkey.http.FilterChain;
import dev.latchkey.kernel.Refusal;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Counts the calls of endpoints that are {@link RateLimited}. A filter runs before the body is read: no body is judged uncounted. */
@ApplicationScoped
class CountingRequests {

    private static final int FOR_A_NETWORK = 4;
    private static final int FOR_A_SITE = 16;

    private final RateLimits limits;
    private final CallerLimits callers;
    private final Settings settings;
    private final Event<RequestLimitReached> reached;

    CountingRequests(RateLimits limits, CallerLimits callers, Settings settings, Event<RequestLimitReached> reached) {
        this.limits = limits;
        this.callers = callers;
        this.settings = settings;
        this.reached = reached;
    }

    @RateLimited(RequestLimit.SIGN_IN_REQUESTS) // any of them binds the filter to all such endpoints
    @ServerRequestFilter(priority = FilterChain.REQUEST_LIMIT)
    void count(ResourceInfo called) {
        var limit = called.getResourceMethod().getAnnotation(RateLimited.class).value();
        var buckets =
                callers.buckets(limit.code(), rising(limit.limits(settings))).toList();
        try {
            limits.spend(buckets);
        } catch (Refusal full) {
            reached.fire(new RequestLimitReached(limit, buckets.get(0)));
            throw full;
        }
    }

    /** Many addresses of one network may be one caller's, and are never all in use. */
    private static CallerLimits.Limits rising(List<Limit> perIp) {
        return new CallerLimits.Limits(perIp, times(perIp, FOR_A_NETWORK), times(perIp, FOR_A_SITE));
    }

    private static List<Limit> times(List<Limit> limits, int more) {
        return limits.stream()
                .map(limit -> new Limit(limit.count() * more, limit.window()))
                .toList();
    }

    @ConfigMapping(prefix = "latchkey.limits")
    interface Settings {

        @WithDefault("600/15m")
        List<Limit> signInRequests();

        @WithDefault("60/15m")
        List<Limit> invitationAcceptances();

        @WithDefault("60/15m")
        List<Limit> passwordResetCompletions();
    }
}
