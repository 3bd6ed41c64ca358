package dev.latchkey.sessions;

import dev.latchkey.access.AccessReason;
import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Paging;
import dev.latchkey.kernel.EmailAddress;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All sessions, of clients and of staff. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, UUID> {

    private static final String SIGNED_OUT = "signed-out";
    private static final String ENDED_FROM_ANOTHER = "ended-from-another";
    private static final String NO_ADDRESS = "";

    private final org.hibernate.Session database;
    private final CallersDevice device;
    private final Audit audit;

    Sessions(org.hibernate.Session database, CallersDevice device, Audit audit) {
        this.database = database;
        this.device = device;
        this.audit = audit;
    }

    @Transactional
    public void open(Session session) {
        session.openedWith(device.current());
        persist(session);
        audit.record(session.occurrence(SessionAction.SESSION_OPENED));
    }

    /** The live ones of whom they belong to, newest first. */
    List<Session> open(SessionHolder holder, Instant now, Paging paging) {
        var live = holder.condition() + " and endedAt is null and endsAt > ?3 and refreshedAt > ?4";
        var idle = now.minus(Session.LONGEST_IDLE);
        var after = paging.cursor(1);
        var query = after == null
                ? find(live + " order by id desc", holder.clinicId(), holder.key(), now, idle)
                : find(live + " and id < ?5 order by id desc", holder.clinicId(), holder.key(), now, idle, after.id(0));
        return query.range(0, paging.rows() - 1).list();
    }

    static Cursor place(Session session) {
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

    /** Ends another one of theirs. One that has ended before stays so. */
    void end(SessionHolder holder, UUID id, Instant now) {
        if (count(holder.condition() + " and id = ?3", holder.clinicId(), holder.key(), id) == 0) {
            throw SessionReason.SESSION_NOT_FOUND.refusal();
        }
        endWhere("id = ?2", now, id).forEach(session -> note(session, holder.actor(), ENDED_FROM_ANOTHER));
    }

    void signOut(UUID sessionId, Instant now) {
        note(endWhere("id = ?2", now, sessionId), SIGNED_OUT);
    }

    /** Told to nodes of the version before. */
    public void finishEnrolment(StaffCaller caller) {
        update("enrolling = false where id = ?1", caller.sessionId());
    }

    /** Who does so, and why, for the audit trail. Says how many there were. */
    public int endAllOfStaff(UUID clinicId, UUID staffMemberId, Actor by, String why, Instant now) {
        var ended = endWhere("clinic_id = ?2 and staff_member_id = ?3", now, clinicId, staffMemberId);
        ended.forEach(session -> note(session, by, why));
        return ended.size();
    }

    /** All of the calling staff member's but the one they call with. */
    public void endOthers(StaffCaller caller, Instant now) {
        var others = "clinic_id = ?2 and staff_member_id = ?3 and id <> ?4";
        note(
                endWhere(others, now, caller.clinicId(), caller.staffMemberId(), caller.sessionId()),
                "credentials-changed");
    }

    /**
     * Those that stand at the client, and all that the client's mailbox opened: one that stands at another profile for now could come back.
     *
     * @param by the one who does so, for the audit trail, as is the reason
     */
    public void endAllOfClient(
            UUID clinicId, UUID clientId, @Nullable EmailAddress mailbox, Actor by, String why, Instant now) {
        var addressKey = mailbox == null ? NO_ADDRESS : mailbox.key();
        endWhere("clinic_id = ?2 and (client_id = ?3 or address_key = ?4)", now, clinicId, clientId, addressKey)
                .forEach(session -> note(session, by, why));
    }

    /** In their order, so that two who end some of the same do not wait for each other. */
    private List<Session> endWhere(String whose, Instant now, Object... values) {
        var update = database.createNativeQuery(
                        "update session set ended_at = ?1 where id = any (array(select id from session where " + whose
                                + " and ended_at is null and ends_at > ?1 order by id for update)) returning *",
                        Session.class)
                .setParameter(1, now);
        for (var i = 0; i < values.length; i++) {
            update.setParameter(i + 2, values[i]);
        }
        return update.getResultList();
    }

    private void note(List<Session> ended, String why) {
        ended.forEach(session -> note(session, session.holder(), why));
    }

    private void note(Session ended, Actor by, String why) {
        audit.record(ended.occurrence(SessionAction.SESSION_ENDED, by).because(why));
    }
}
