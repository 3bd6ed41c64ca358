package dev.latchkey.tokens;

import dev.latchkey.kernel.SealedElsewhere;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * The signing keys as this node knows them. It reads them again every few minutes, and at once when it meets an unknown one. When they
 * cannot be read it goes on with those it knows: the session check reports that the database is away, for it is no fault of the token.
 */
@ApplicationScoped
class SigningKeyCache {

    private static final Logger LOG = Logger.getLogger(SigningKeyCache.class);

    /** Strangers can make up names of keys, and must not make us ask the database for each. */
    private static final Duration UNKNOWN_KEYS_WAIT = Duration.ofSeconds(1);

    private static final String SECRET_OPENS_NOTHING =
            "LATCHKEY_SECRET does not open the signing keys in this database: set it to the secret they were sealed"
                    + " with or, if that was changed, set LATCHKEY_SECRET_PREVIOUS to the one before. If it is lost, empty"
                    + " the table signing_key: everybody then signs in again.";

    private final KeyRotation rotating;
    private final SigningKeySettings settings;
    private final Clock clock;
    private volatile KnownKeys known = new KnownKeys(List.of(), Instant.EPOCH);
    private Instant triesAgainAt = Instant.EPOCH;

    SigningKeyCache(KeyRotation rotating, SigningKeySettings settings, Clock clock) {
        this.rotating = rotating;
        this.settings = settings;
        this.clock = clock;
    }

    /** A node that cannot open the keys must not start; and one that can must re-encrypt them before its former secret is taken away. */
    void open(@Observes StartupEvent event) {
        var now = clock.instant();
        try {
            known = new KnownKeys(rotating.read(), now);
        } catch (SealedElsewhere e) {
            // Without its cause: then the framework prints the sentence alone.
            throw new ConfigurationException(SECRET_OPENS_NOTHING);
        }
    }

    /** The next one, the active one and those that are retired. */
    List<PublicJsonWebKey> published() {
        return noOlderThan(settings.readAgainAfter()).keys().stream()
                .map(SigningKeyPair::pair)
                .toList();
    }

    PublicJsonWebKey active() {
        return noOlderThan(settings.readAgainAfter()).active(clock.instant());
    }

    Optional<PublicJsonWebKey> find(String kid) {
        return noOlderThan(settings.readAgainAfter()).find(kid).or(() -> noOlderThan(UNKNOWN_KEYS_WAIT)
                .find(kid));
    }

    private KnownKeys noOlderThan(Duration age) {
        return known.isYounger(age, clock.instant()) ? known : readAgain(age);
    }

    private synchronized KnownKeys readAgain(Duration age) {
        var now = clock.instant();
        if (!known.isYounger(age, now) && !now.isBefore(triesAgainAt)) {
            try {
                known = new KnownKeys(rotating.read(), now);
            } catch (RuntimeException e) {
                LOG.warn("The signing keys could not be read again", e);
                // All who wait here would otherwise try in turn.
                triesAgainAt = clock.instant().plus(UNKNOWN_KEYS_WAIT);
            }
        }
        return known;
    }
}
