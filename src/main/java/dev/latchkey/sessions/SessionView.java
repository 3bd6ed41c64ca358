package dev.latchkey.sessions;

import java.time.Instant;
import java.util.UUID;

/** An open session, as its holder sees it among their others. */
public record SessionView(
        UUID id, DeviceView device, Instant openedAt, Instant lastUsedAt, Instant endsAt, boolean current) {

    /** @param asking the session that the list is asked for with */
    public static SessionView of(Session session, UUID asking) {
        return new SessionView(
                session.id(),
                DeviceView.of(session),
                session.openedAt(),
                session.refreshedAt(),
                session.endsAt(),
                session.id().equals(asking));
    }
}
