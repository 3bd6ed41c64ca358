package dev.latchkey.web;

import dev.latchkey.web.Limit.Bucket;

/**
 * A request was refused for its number. Fired before anything else is done about it.
 *
 * @param bucket that of the address, by which one caller's refusals are told from another's
 */
public record RequestLimitReached(RequestLimit limit, Bucket bucket) {}
