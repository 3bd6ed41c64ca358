package dev.latchkey.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latchkey.kernel.Secret;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;

/**
 * The tokens whose signature this node has checked before, by their hash: a second look costs a microsecond, and not the millisecond of
 * an ES256. Whether the session is still live is not remembered, but asked every time.
 */
@ApplicationScoped
class VerifiedTokens {

    private final Cache<ByteBuffer, AccessTokenClaims> claims;
    private final SigningKeyCache keys;
    private final Clock clock;

    VerifiedTokens(VerifiedTokenSettings settings, SigningKeyCache keys, Clock clock) {
        this.claims = Caffeine.newBuilder()
                .maximumSize(settings.atMost())
                .expireAfterWrite(AccessTokens.LIFETIME.plus(AccessTokens.LEEWAY))
                .build();
        this.keys = keys;
        this.clock = clock;
    }

    /** Unless it has ended in the meantime, or its key is gone. */
    Optional<AccessTokenClaims> find(String token) {
        return Optional.ofNullable(claims.getIfPresent(hash(token)))
                .filter(kept -> clock.instant().isBefore(kept.endsAt()))
                .filter(kept -> keys.find(kept.kid()).isPresent());
    }

    void keep(String token, AccessTokenClaims verified) {
        claims.put(hash(token), verified);
    }

    private static ByteBuffer hash(String token) {
        return ByteBuffer.wrap(new Secret(token).hash());
    }

    @ConfigMapping(prefix = "latchkey.verified-tokens")
    interface VerifiedTokenSettings {

        /** How many a node remembers, of some 300 bytes each. */
        @WithDefault("10000")
        int atMost();
    }
}
