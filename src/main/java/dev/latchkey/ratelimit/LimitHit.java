package dev.latchkey.ratelimit;

/**
 * A caller asked too much. Fired at once, even if the transaction fails.
 *
 * @param limit what there was too much of, in a word or two that identify no person
 */
public record LimitHit(String limit) {}
