package dev.latchkey.ratelimit;

/**
 * There was too much of something, and it was refused or left out. Fired at once, even if the transaction fails.
 *
 * @param limit its name, which names no caller
 */
public record LimitHit(String limit) {}
