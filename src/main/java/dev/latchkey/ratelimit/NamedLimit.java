package dev.latchkey.ratelimit;

import dev.latchkey.ratelimit.Limit.Bucket;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A limit and its one name: {@code LOGIN_LINK_REQUESTS_PER_MAILBOX} counts under {@code login-link-requests-per-mailbox}, is set by
 * {@code latchkey.limits.login-link-requests-per-mailbox}, and is called so by the metric and by the audit trail. Each feature has an enum
 * of those that are its own.
 *
 * @param <S> the feature's settings
 */
public interface NamedLimit<S> {

    String name();

    /**
     * One setting of the limit's own name or, where the callers' addresses are counted, one for each network around them, whose names end
     * in {@code -per-ip}, {@code -per-network} and {@code -per-site}.
     */
    List<Function<S, List<Limit>>> settings();

    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param whose is counted, such as a mailbox */
    default Stream<Bucket> buckets(S settings, Object whose) {
        return buckets(0, settings, whose);
    }

    /** @param width of the caller's network, 0 the narrowest */
    default Stream<Bucket> buckets(int width, S settings, Object whose) {
        return settings().get(width).apply(settings).stream().map(limit -> limit.bucket(code(), whose));
    }
}
