package dev.latchkey.tokens;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.kernel.InstallationSecret;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Reads the signing keys. Before that it does what is due: makes the next one, deletes those that have expired, re-encrypts the rest. */
@ApplicationScoped
class KeyRotation {

    private final SigningKeys keys;
    private final Audit audit;
    private final InstallationSecret secret;
    private final SigningKeySettings settings;
    private final Clock clock;

    KeyRotation(SigningKeys keys, Audit audit, InstallationSecret secret, SigningKeySettings settings, Clock clock) {
        this.keys = keys;
        this.audit = audit;
        this.secret = secret;
        this.settings = settings;
        this.clock = clock;
    }

    /** Joins a transaction that signs, on its connection: many at once who each asked for a second one would all wait in vain. */
    List<SigningKeyPair> read() {
        var known = QuarkusTransaction.joiningExisting().call(keys::newestFirst);
        var current =
                isSettled(known) ? known : QuarkusTransaction.requiringNew().call(this::rotate);
        return current.stream().map(key -> key.open(secret)).toList();
    }

    private boolean isSettled(List<SigningKey> known) {
        var rotation = rotation(known);
        return rotation.nextSignsFrom().isEmpty()
                && rotation.expired().isEmpty()
                && known.stream().noneMatch(key -> key.needsReencryption(secret));
    }

    private RotationPolicy rotation(List<SigningKey> known) {
        return new RotationPolicy(known, settings.lifetime(), settings.announcement(), clock.instant());
    }

    private List<SigningKey> rotate() {
        // Two nodes that find the same to be due must not both do it.
        keys.lock();
        var known = keys.newestFirst();
        var rotation = rotation(known);
        known.stream().filter(key -> key.needsReencryption(secret)).forEach(key -> key.reencrypt(secret));
        rotation.expired().forEach(keys::delete);
        rotation.nextSignsFrom().ifPresent(from -> add(new SigningKey(secret, from, rotation.now())));
        return keys.newestFirst();
    }

    private void add(SigningKey next) {
        keys.persist(next);
        audit.record(AuditEntry.of(KeyAction.KEY_ROTATED, Actor.system(), null));
    }
}
