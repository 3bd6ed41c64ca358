package dev.latchkey.ratelimit;

import dev.latchkey.ratelimit.Limit.Bucket;

/**
 * A request was refused for its number. Fired before anything else is done about it.
 *
 * @param bucket that of the address, by which one caller's refusals are told from another's
 */
public record RequestLimitReached(RequestLimit limit, Bucket bucket) {}
