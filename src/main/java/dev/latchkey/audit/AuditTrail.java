package dev.latchkey.audit;

import dev.latchkey.input.Cursor;
import dev.latchkey.input.Keyset;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

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

    boolean isLongerThan(int events, UUID chain) {
        return database.createNativeQuery("""
                        select exists (select from audit_seal where chain = ?1 order by position offset ?2 limit 1) as longer
                        """, Boolean.class)
                .addScalar("longer", Boolean.class)
                .setParameter(1, chain)
                .setParameter(2, events)
                .getSingleResult();
    }

    /** Whether what is there now is still what was sealed: all of it. */
    Verification verify(UUID chain, Instant now) {
        var count = count(chain);
        var head = head(chain);
        return new Verification(
                count.events,
                count.seals,
                head,
                firstBreak(chain),
                head.map(Head::position).orElse(0L),
                now);
    }

    /** The same by what is new, by one more slice of the rest, and by what was found before. */
    Verification verifyFurther(UUID chain, int most, Duration passEvery) {
        var found = database.createNativeQuery("""
                        select through, cast(extract(epoch from whole_at) * 1000 as bigint), at_position, at_event, finding
                          from verify_audit_further(?1, ?2, make_interval(secs => ?3))
                        """, VerificationProgress.class)
                .setParameter(1, chain)
                .setParameter(2, most)
                .setParameter(3, passEvery.toSeconds())
                .getSingleResult();
        var head = head(chain);
        var seals = head.map(Head::position).orElse(0L);
        return new Verification(
                seals + waiting(chain, most), seals, head, found.firstBreak(), found.through, found.wholeAt());
    }

    List<UUID> chainsToVerify(int most, Duration passEvery) {
        return database.createNativeQuery(
                        "select chain from audit_chains_to_verify(?1, make_interval(secs => ?2)) as chain", UUID.class)
                .addScalar("chain", UUID.class)
                .setParameter(1, most)
                .setParameter(2, passEvery.toSeconds())
                .getResultList();
    }

    private long waiting(UUID chain, int most) {
        return database.createNativeQuery("""
                        select count(*) as waiting from (select from audit_unsealed where chain = ?1 limit ?2) unsealed
                        """, Long.class)
                .addScalar("waiting", Long.class)
                .setParameter(1, chain)
                .setParameter(2, most)
                .getSingleResult();
    }

    private Count count(UUID chain) {
        return database.createNativeQuery("""
                        select (select count(*) from audit_event where chain = ?1) as events,
                               (select count(*) from audit_seal where chain = ?1) as seals
                        """, Count.class)
                .setParameter(1, chain)
                .getSingleResult();
    }

    private Optional<Head> head(UUID chain) {
        return database.createNativeQuery("""
                        select position, encode(hash, 'hex') from audit_seal
                         where chain = ?1 order by position desc limit 1
                        """, Head.class)
                .setParameter(1, chain)
                .uniqueResultOptional();
    }

    private Optional<Break> firstBreak(UUID chain) {
        return database.createNativeQuery(
                        "select at_position, at_event, finding from audit_breaks(?1) limit 1", Break.class)
                .setParameter(1, chain)
                .uniqueResultOptional();
    }

    /**
     * @param through everything up to this seal was as it was sealed, when it was looked at last
     * @param wholeAt when a pass began that has read all of it
     */
    public record Verification(
            long events,
            long seals,
            Optional<Head> head,
            Optional<Break> firstBreak,
            long through,
            @Nullable Instant wholeAt) {}

    record VerificationProgress(
            long through,
            @Nullable Long wholeAtMillis,
            @Nullable Long atPosition,
            @Nullable UUID atEvent,
            @Nullable String finding) {

        @Nullable
        Instant wholeAt() {
            return wholeAtMillis == null ? null : Instant.ofEpochMilli(wholeAtMillis);
        }

        Optional<Break> firstBreak() {
            return atEvent == null || finding == null
                    ? Optional.empty()
                    : Optional.of(new Break(atPosition, atEvent, finding));
        }
    }

    record Count(long events, long seals) {}

    record Head(long position, String hash) {}

    record Break(@Nullable Long position, UUID eventId, String finding) {}
}
