package dev.latchkey.emailchanges;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.kernel.Secret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** All changes of e-mail that clients were asked to confirm. Which of two that come at once succeeds is decided by the database. */
@ApplicationScoped
public class EmailChanges implements PanacheRepositoryBase<EmailChange, UUID> {

    private final Session database;

    EmailChanges(Session database) {
        this.database = database;
    }

    /** Be it open or not. */
    Optional<EmailChange> find(Secret token) {
        return find("token.tokenHash", token.hash()).firstResultOptional();
    }

    /** What the client has not confirmed, nor the clinic taken back, be its time over or not. */
    Optional<EmailChange> findOpen(StaffCaller caller, UUID clientId) {
        return find(
                        "clinicId = ?1 and clientId = ?2 and token.spentAt is null and cancelledAt is null",
                        caller.clinicId(),
                        clientId)
                .firstResultOptional();
    }

    /** What the client may still confirm. */
    public Optional<EmailChange> findPending(StaffCaller caller, UUID clientId, Instant now) {
        return findOpen(caller, clientId).filter(change -> !change.isExpired(now));
    }

    /** Of any number of clicks exactly one succeeds; the clock of this node does not matter. */
    boolean confirm(EmailChange change) {
        return database.createNativeMutationQuery("""
                                update email_change set confirmed_at = clock_timestamp()
                                 where id = ?1 and confirmed_at is null and cancelled_at is null
                                   and clock_timestamp() < expires_at
                                """)
                        .setParameter(1, change.id())
                        .executeUpdate()
                == 1;
    }

    /** Takes the open one back, if there is one. */
    Optional<EmailChange> cancel(UUID clinicId, UUID clientId) {
        return database
                .createNativeQuery("""
                        update email_change set cancelled_at = clock_timestamp()
                         where clinic_id = ?1 and client_id = ?2 and confirmed_at is null and cancelled_at is null
                        returning *
                        """, EmailChange.class)
                .setParameter(1, clinicId)
                .setParameter(2, clientId)
                .getResultList()
                .stream()
                .findFirst();
    }
}
