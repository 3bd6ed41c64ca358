package dev.latchkey.tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is to be done with the signing keys, newest first, at a moment. */
record RotationPolicy(List<SigningKey> keys, Duration lifetime, Duration announcement, Instant now) {

    /** From when a key that is to be made signs. The first one has nobody to be announced to. */
    Optional<Instant> nextSignsFrom() {
        if (keys.isEmpty()) {
            return Optional.of(now);
        }
        return keys.get(0).isToBeSucceeded(lifetime, announcement, now)
                ? Optional.of(now.plus(announcement))
                : Optional.empty();
    }

    List<SigningKey> expired() {
        return IntStream.range(1, keys.size())
                .filter(at -> keys.get(at).isExpired(keys.get(at - 1), now))
                .mapToObj(keys::get)
                .toList();
    }
}
