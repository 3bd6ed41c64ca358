package dev.latchkey.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a letter.
 *
 * @param sentAt null unless it was sent
 * @param failure why it was not sent, or not yet: {@code recipient-refused}, {@code letter-refused}, {@code server-refused},
 *     {@code server-unreachable}, {@code unreadable}; null if nothing went wrong
 */
public record Delivery(
        LetterStatus status,
        @Nullable Instant sentAt,
        @Nullable String failure) {}
