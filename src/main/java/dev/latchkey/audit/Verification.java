package dev.latchkey.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found when a chain was verified.
 *
 * @param through everything up to this seal was as it was sealed, when it was looked at last
 * @param wholeAt when a pass began that has read all of it
 */
public record Verification(
        long events,
        long seals,
        Optional<Head> head,
        Optional<Break> firstBreak,
        long through,
        @Nullable Instant wholeAt) {

    record Count(long events, long seals) {}

    record Head(long position, String hash) {}

    record Break(@Nullable Long position, UUID eventId, String finding) {}

    /** How far a chain that is too long to be verified at once has been verified. */
    record Progress(
            long through,
            @Nullable Long wholeAtMillis,
            @Nullable Long atPosition,
            @Nullable UUID atEvent,
            @Nullable String finding) {

        @Nullable
        Instant wholeAt() {
            return wholeAtMillis == null ? null : Instant.ofEpochMilli(wholeAtMillis);
        }

        Optional<Break> firstBreak() {
            return atEvent == null || finding == null
                    ? Optional.empty()
                    : Optional.of(new Break(atPosition, atEvent, finding));
        }
    }
}
