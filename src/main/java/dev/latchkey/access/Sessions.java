package dev.latchkey.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** All sessions, of clients and of staff. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, UUID> {

    @Transactional
    public void open(Session session) {
        persist(session);
    }

    public void end(UUID sessionId, Instant now) {
        update("endedAt = ?1 where id = ?2 and endedAt is null", now, sessionId);
    }

    public void endAllOfClient(UUID clinicId, UUID clientId, Instant now) {
        update("endedAt = ?1 where clinicId = ?2 and clientId = ?3 and endedAt is null", now, clinicId, clientId);
    }
}
