package dev.latchkey.access;

import dev.latchkey.web.Cursor;
import dev.latchkey.web.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All sessions, of clients and of staff. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, UUID> {

    @Transactional
    public void open(Session session) {
        persist(session);
    }

    /** The live ones of the calling client, newest first. */
    public List<Session> open(ClientCaller caller, Instant now, Paging paging) {
        var live = "clinicId = ?1 and clientId = ?2 and endedAt is null and endsAt > ?3 and refreshedAt > ?4";
        var idle = now.minus(Session.LONGEST_IDLE);
        var after = paging.after(1);
        var query = after == null
                ? find(live + " order by id desc", caller.clinicId(), caller.clientId(), now, idle)
                : find(
                        live + " and id < ?5 order by id desc",
                        caller.clinicId(),
                        caller.clientId(),
                        now,
                        idle,
                        after.id(0));
        return query.range(0, paging.rows() - 1).list();
    }

    public static Cursor place(Session session) {
        return Cursor.at(session.id());
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

    /** Ends one of the calling client's own. */
    @Transactional
    public void end(ClientCaller caller, UUID id, Instant now) {
        var ended = update(
                "endedAt = ?1 where id = ?2 and clinicId = ?3 and clientId = ?4 and endedAt is null and endsAt > ?1",
                now,
                id,
                caller.clinicId(),
                caller.clientId());
        if (ended == 0) {
            throw AccessReason.SESSION_NOT_FOUND.refusal();
        }
    }

    public void end(UUID sessionId, Instant now) {
        update("endedAt = ?1 where id = ?2 and endedAt is null", now, sessionId);
    }

    public void endAllOfStaff(UUID clinicId, UUID staffMemberId, Instant now) {
        update(
                "endedAt = ?1 where clinicId = ?2 and staffMemberId = ?3 and endedAt is null",
                now,
                clinicId,
                staffMemberId);
    }

    /** All of the calling staff member's but the one they call with. */
    public void endOthers(StaffCaller caller, Instant now) {
        update(
                "endedAt = ?1 where clinicId = ?2 and staffMemberId = ?3 and id <> ?4 and endedAt is null",
                now,
                caller.clinicId(),
                caller.staffMemberId(),
                caller.sessionId());
    }

    public void endAllOfClient(UUID clinicId, UUID clientId, Instant now) {
        update("endedAt = ?1 where clinicId = ?2 and clientId = ?3 and endedAt is null", now, clinicId, clientId);
    }
}
