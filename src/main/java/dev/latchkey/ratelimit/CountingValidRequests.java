package dev.latchkey.ratelimit;

import dev.latchkey.http.FilterChain;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Counts the calls of endpoints that are {@link RateLimitedWhenValid}, as the last before the endpoint itself. */
@RateLimitedWhenValid(RequestLimit.LOGIN_LINK_REQUESTS)
@Interceptor
@Priority(FilterChain.VALID_REQUEST_LIMIT)
class CountingValidRequests {

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
