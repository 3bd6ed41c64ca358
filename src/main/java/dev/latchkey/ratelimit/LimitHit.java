package dev.latchkey.ratelimit;

/**
 * Somebody asked too much. Fired at once, even if the transaction fails.
 *
 * @param limit what there was too much of, in a word or two that name nobody
 */
public record LimitHit(String limit) {}
