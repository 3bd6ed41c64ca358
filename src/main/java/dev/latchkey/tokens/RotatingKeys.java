package dev.latchkey.tokens;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditedAct;
import dev.latchkey.audit.Occurrence;
import dev.latchkey.kernel.InstallationSecret;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Reads the signing keys, having done first what is due: makes the next one, forgets those that are over, seals them anew. */
@ApplicationScoped
class RotatingKeys {

    private final SigningKeys keys;
    private final Audit audit;
    private final InstallationSecret secret;
    private final SigningKeySettings settings;
    private final Clock clock;

    RotatingKeys(SigningKeys keys, Audit audit, InstallationSecret secret, SigningKeySettings settings, Clock clock) {
        this.keys = keys;
        this.audit = audit;
        this.secret = secret;
        this.settings = settings;
        this.clock = clock;
    }

    /** On the connection of whoever signs within a transaction: many at once who each asked for a second one would all wait in vain. */
    List<OpenedKey> read() {
        var known = QuarkusTransaction.joiningExisting().call(keys::newestFirst);
        var current =
                isSettled(known) ? known : QuarkusTransaction.requiringNew().call(this::rotate);
        return current.stream().map(key -> key.open(secret)).toList();
    }

    private boolean isSettled(List<SigningKey> known) {
        var rotation = rotation(known);
        return rotation.nextSignsFrom().isEmpty()
                && rotation.over().isEmpty()
                && known.stream().noneMatch(key -> key.mustBeSealedAnew(secret));
    }

    private Rotation rotation(List<SigningKey> known) {
        return new Rotation(known, settings.lifetime(), settings.announcement(), clock.instant());
    }

    private List<SigningKey> rotate() {
        // Two nodes that find the same to be due must not both do it.
        keys.lock();
        var known = keys.newestFirst();
        var rotation = rotation(known);
        known.stream().filter(key -> key.mustBeSealedAnew(secret)).forEach(key -> key.sealAnew(secret));
        rotation.over().forEach(keys::delete);
        rotation.nextSignsFrom().ifPresent(from -> add(new SigningKey(secret, from, rotation.now())));
        return keys.newestFirst();
    }

    private void add(SigningKey next) {
        keys.persist(next);
        audit.record(Occurrence.of(AuditedAct.KEY_ROTATED, Actor.system(), null));
    }
}
