package dev.latchkey.ratelimit;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Counts the calls of endpoints that are {@link RateLimitedWhenValid}, as the last before the endpoint itself. */
@RateLimitedWhenValid(RequestLimit.LOGIN_LINK_REQUESTS)
@Interceptor
@Priority(CountingValidRequests.BEHIND_VALIDATION)
class CountingValidRequests {

    /** Hibernate Validator looks at an endpoint's parameters at 800. */
    static final int BEHIND_VALIDATION = Interceptor.Priority.PLATFORM_AFTER + 900;

    private final CountingRequests counting;

    CountingValidRequests(CountingRequests counting) {
        this.counting = counting;
    }

    @AroundInvoke
    Object count(InvocationContext call) throws Exception {
        counting.count(
                call.getMethod().getAnnotation(RateLimitedWhenValid.class).value());
        return call.proceed();
    }
}
