package dev.latchkey.sessions;

import dev.latchkey.audit.Actor;
import dev.latchkey.tokens.Audience;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a session speaks for: one client, or one staff member. */
@Embeddable
record SessionSubject(@Nullable UUID clientId, @Nullable UUID staffMemberId) {

    static SessionSubject ofClient(UUID id) {
        return new SessionSubject(id, null);
    }

    static SessionSubject ofStaff(UUID id) {
        return new SessionSubject(null, id);
    }

    UUID id() {
        return Objects.requireNonNull(clientId == null ? staffMemberId : clientId);
    }

    Audience audience() {
        return clientId == null ? Audience.STAFF : Audience.CLIENT;
    }

    Actor actor() {
        return clientId == null ? Actor.staff(id()) : Actor.client(clientId);
    }
}
