package dev.latchkey.audit;

import dev.latchkey.input.Cursor;
import dev.latchkey.input.Keyset;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The audit events of all clinics, each clinic's in a chain of its own; how they are sealed is written in the database. */
@ApplicationScoped
public class AuditTrail implements PanacheRepositoryBase<AuditEvent, UUID> {

    private static final Keyset<AuditEvent> NEWEST_FIRST =
            Keyset.<AuditEvent>descending().key("id", AuditEvent::id, Cursor::id);

    /** Of the events that belong to no clinic: the nil UUID (RFC 9562, 5.9). */
    public static final UUID INSTALLATION = new UUID(0, 0);

    private final Session database;

    AuditTrail(Session database) {
        this.database = database;
    }

    public Page<AuditEvent> newestFirst(UUID chain, Paging paging) {
        return NEWEST_FIRST.page(this, paging, "chain = ?1", chain);
    }

    List<UUID> chainsThatWait() {
        return database.createNativeQuery("select distinct chain from audit_unsealed", UUID.class)
                .addScalar("chain", UUID.class)
                .getResultList();
    }

    /** How many were sealed, {@code most} at most. */
    int seal(UUID chain, int most) {
        return database.createNativeQuery("select seal_audit_events(?1, ?2) as sealed", Integer.class)
                .addScalar("sealed", Integer.class)
                .setParameter(1, chain)
                .setParameter(2, most)
                .getSingleResult();
    }

    /** Makes room for the events of this year and the next. */
    void openYears() {
        database.createNativeQuery("select open_audit_years() as opened", Integer.class)
                .addScalar("opened", Integer.class)
                .getSingleResult();
    }
}
