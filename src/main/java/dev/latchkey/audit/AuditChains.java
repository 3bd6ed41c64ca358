package dev.latchkey.audit;

import dev.latchkey.audit.Verification.Break;
import dev.latchkey.audit.Verification.Count;
import dev.latchkey.audit.Verification.Head;
import dev.latchkey.audit.Verification.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The chains of seals, and whether what they seal is still what it was. How that is verified is written in the database. */
@ApplicationScoped
class AuditChains {

    private final Session database;

    AuditChains(Session database) {
        this.database = database;
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
        var through = head.map(Head::position).orElse(0L);
        return new Verification(count.events(), count.seals(), head, firstBreak(chain), through, now);
    }

    /** The same by what is new, by one more slice of the rest, and by what was found before. */
    Verification verifyFurther(UUID chain, int most, Duration passEvery) {
        var found = database.createNativeQuery("""
                        select through, cast(extract(epoch from whole_at) * 1000 as bigint), at_position, at_event, finding
                          from verify_audit_further(?1, ?2, make_interval(secs => ?3))
                        """, Progress.class)
                .setParameter(1, chain)
                .setParameter(2, most)
                .setParameter(3, passEvery.toSeconds())
                .getSingleResult();
        var head = head(chain);
        var seals = head.map(Head::position).orElse(0L);
        return new Verification(
                seals + waiting(chain, most), seals, head, found.firstBreak(), found.through(), found.wholeAt());
    }

    List<UUID> findDue(int most, Duration passEvery) {
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
}
