package dev.latchkey.sessions;

import dev.latchkey.access.CredentialsChanged;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.kernel.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends sessions, and puts each of them on record. One that has ended before stays as it was. */
@ApplicationScoped
public class EndingSessions {

    private static final String SIGNED_OUT = "signed-out";
    private static final String ENDED_FROM_ANOTHER = "ended-from-another";
    private static final String PASSWORD_CHANGED = "password-changed";
    private static final String CREDENTIALS_CHANGED = "credentials-changed";
    private static final String NO_ADDRESS = "";

    private final org.hibernate.Session database;
    private final Audit audit;

    EndingSessions(org.hibernate.Session database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    void signOut(UUID sessionId, Instant now) {
        endWhere("id = ?2", now, sessionId).forEach(session -> record(session, session.holder(), SIGNED_OUT));
    }

    /** One that the holder found among theirs. */
    void end(SessionHolder holder, UUID sessionId, Instant now) {
        endWhere("id = ?2", now, sessionId).forEach(session -> record(session, holder.actor(), ENDED_FROM_ANOTHER));
    }

    /** What was opened with the former credentials: all but the session in which the member changed them. */
    void endFormer(@Observes CredentialsChanged changed) {
        var kept = changed.sessionId();
        var member = changed.staffMemberId();
        if (kept == null) {
            endAllOfStaff(changed.clinicId(), member, Actor.staff(member), PASSWORD_CHANGED, changed.changedAt());
        } else {
            var others = "clinic_id = ?2 and staff_member_id = ?3 and id <> ?4";
            endWhere(others, changed.changedAt(), changed.clinicId(), member, kept)
                    .forEach(session -> record(session, session.holder(), CREDENTIALS_CHANGED));
        }
    }

    /** The session goes on, as one that may do everything. Told to nodes of the version before. */
    public void endEnrolment(StaffCaller caller) {
        database.createMutationQuery("update Session set enrolling = false where id = ?1")
                .setParameter(1, caller.sessionId())
                .executeUpdate();
    }

    /** Who does so, and why, for the audit trail. Says how many there were. */
    public int endAllOfStaff(UUID clinicId, UUID staffMemberId, Actor by, String why, Instant now) {
        var ended = endWhere("clinic_id = ?2 and staff_member_id = ?3", now, clinicId, staffMemberId);
        ended.forEach(session -> record(session, by, why));
        return ended.size();
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
                .forEach(session -> record(session, by, why));
    }

    /** All of a clinic's clients. Who does so, and why, for the audit trail. */
    public void endAllOfClients(UUID clinicId, Actor by, String why, Instant now) {
        endWhere("clinic_id = ?2 and client_id is not null", now, clinicId)
                .forEach(session -> record(session, by, why));
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

    private void record(Session ended, Actor by, String why) {
        audit.record(ended.occurrence(SessionAction.SESSION_ENDED, by).because(why));
    }
}
