package dev.latchkey.tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;

/** The signing keys as they were when this node last read them. */
record KnownKeys(List<SigningKeyPair> keys, Instant readAt) {

    boolean isYounger(Duration age, Instant now) {
        return now.isBefore(readAt.plus(age));
    }

    /** The very first key may have been made by a node whose clock is ahead of ours. */
    PublicJsonWebKey active(Instant now) {
        return keys.stream()
                .filter(key -> key.signsAt(now))
                .findFirst()
                .orElseGet(() -> keys.get(keys.size() - 1))
                .pair();
    }

    Optional<PublicJsonWebKey> find(String kid) {
        return keys.stream().filter(key -> key.isNamed(kid)).findFirst().map(SigningKeyPair::pair);
    }
}
