package dev.latchkey.tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Decides what to do with the signing keys, newest first, at an instant. */
record RotationPolicy(List<SigningKey> keys, Duration lifetime, Duration announcement, Instant now) {

    /** From when a new key signs. The first one need not be announced: no one has read the keys before. */
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
