package dev.latchkey.bounces;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That letters to an address come back.
 *
 * @param code with which the first one did, such as {@code 550 5.1.1} or {@code 5.1.1}; null if no server said one
 */
public record AddressFlag(Instant since, @Nullable String code) {}
