package dev.latchkey.ratelimit;

import dev.latchkey.ratelimit.Limit.Bucket;

/**
 * A request was refused because its caller sent too many. Fired before anything else happens.
 *
 * @param limit its name
 * @param narrowest that of the address, by which one caller's refusals are told from another's
 */
public record RequestLimitReached(String limit, Bucket narrowest) {}
