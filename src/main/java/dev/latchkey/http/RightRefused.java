package dev.latchkey.http;

import dev.latchkey.kernel.Refusal;

/**
 * Somebody called what they have no right to. Fired before they are told.
 *
 * @param operation the contract's {@code operationId}
 */
public record RightRefused(String operation, Refusal.Reason why) {}
