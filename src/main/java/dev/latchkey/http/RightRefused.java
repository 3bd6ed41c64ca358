package dev.latchkey.http;

import dev.latchkey.kernel.Refusal;

/**
 * The caller has no right to what they called. Fired before they are answered.
 *
 * @param operation the contract's {@code operationId}
 */
public record RightRefused(String operation, Refusal.Reason why) {}
