package dev.latchkey.sessions;

import dev.latchkey.access.AccessReason;
import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Keyset;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All sessions, of clients and of staff. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, UUID> {

    private static final Keyset<Session> NEWEST_FIRST =
            Keyset.<Session>descending().key("id", Session::id, Cursor::id);

    private final CallersDevice device;
    private final Audit audit;

    Sessions(CallersDevice device, Audit audit) {
        this.device = device;
        this.audit = audit;
    }

    /** @param causes what led to it: on record before the opening, and written in one round trip with it */
    @Transactional
    public void open(Session session, AuditEntry... causes) {
        session.openedWith(device.current());
        persist(session);
        Stream.of(causes).forEach(audit::record);
        audit.record(session.occurrence(SessionAction.SESSION_OPENED));
    }

    /** The live ones of whom they belong to, newest first. */
    Page<Session> open(SessionHolder holder, Instant now, Paging paging) {
        var live = holder.condition() + " and endedAt is null and endsAt > ?3 and refreshTokens.refreshedAt > ?4";
        var idle = now.minus(RefreshTokenFamily.LONGEST_IDLE);
        return NEWEST_FIRST.page(this, paging, live, holder.clinicId(), holder.key(), now, idle);
    }

    /** What the caller's clinic may know of a client's: when the last one was opened, and how many are live. */
    public ClientSessions summary(StaffCaller caller, UUID clientId, Instant now) {
        return getEntityManager()
                .createQuery("""
                        select max(openedAt), count(case when endedAt is null and endsAt > ?3 and refreshTokens.refreshedAt > ?4 then 1 end)
                          from Session where clinicId = ?1 and subject.clientId = ?2
                        """, ClientSessions.class)
                .setParameter(1, caller.clinicId())
                .setParameter(2, clientId)
                .setParameter(3, now)
                .setParameter(4, now.minus(RefreshTokenFamily.LONGEST_IDLE))
                .getSingleResult();
    }

    public Session current(ClientCaller caller) {
        return findByIdOptional(caller.sessionId()).orElseThrow(AccessReason.SESSION_ENDED::refusal);
    }

    Optional<Session> findAndLock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** As it is now, and until this transaction ends. */
    public void lock(Session session) {
        getEntityManager().refresh(session, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether it is one of theirs, be it over or not. */
    boolean has(SessionHolder holder, UUID id) {
        return count(holder.condition() + " and id = ?3", holder.clinicId(), holder.key(), id) > 0;
    }

    /** @param lastOpenedAt null if none is remembered */
    public record ClientSessions(@Nullable Instant lastOpenedAt, long live) {}
}
