package dev.latchkey.loginlinks;

import dev.latchkey.clients.Addressee;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Secret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** All login links. What must hold for many clicks at once is one statement each, and decided by the database. */
@ApplicationScoped
public class LoginLinks implements PanacheRepositoryBase<LoginLink, UUID> {

    private final Session database;
    private final Clinics clinics;
    private final Clock clock;

    LoginLinks(Session database, Clinics clinics, Clock clock) {
        this.database = database;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** The next one to mint for one of them, on any node, waits until this transaction has ended. In order, so that no two wait for each other. */
    void lock(Collection<Addressee> addressees) {
        database.createNativeQuery("""
                        select count(*) as locked
                          from (select pg_advisory_xact_lock(hashtextextended(addressee, 43))
                                  from unnest(cast(?1 as text[])) addressee) as each
                        """, Long.class)
                .addScalar("locked", Long.class)
                .setParameter(
                        1,
                        addressees.stream()
                                .map(addressee -> addressee.clinicId() + " " + addressee.addressKey())
                                .sorted()
                                .toArray(String[]::new))
                .getSingleResult();
    }

    /** Cancels their live links, each found by the index, and names the letters those went out in. */
    List<UUID> supersede(Collection<Addressee> addressees) {
        return end("superseded_at", addressees);
    }

    public List<UUID> revoke(Addressee addressee) {
        return end("revoked_at", List.of(addressee));
    }

    private List<UUID> end(String column, Collection<Addressee> addressees) {
        return database.createNativeQuery("""
                        update login_link set %s = clock_timestamp()
                         where id = any (array (
                           select live.id from unnest(cast(?1 as uuid[]), cast(?2 as text[])) as its (clinic_id, address_key)
                            cross join lateral (
                              select id from login_link
                               where clinic_id = its.clinic_id and address_key = its.address_key
                                 and redeemed_at is null and superseded_at is null and revoked_at is null
                               limit 1) live))
                           and redeemed_at is null and superseded_at is null and revoked_at is null
                        returning letter_id
                        """.formatted(column), UUID.class)
                .addScalar("letter_id", UUID.class)
                .setParameter(1, addressees.stream().map(Addressee::clinicId).toArray(UUID[]::new))
                .setParameter(2, addressees.stream().map(Addressee::addressKey).toArray(String[]::new))
                .getResultList();
    }

    /** Be it live or dead. */
    public Optional<LoginLink> find(Secret token) {
        return find("token.tokenHash", token.hash()).firstResultOptional();
    }

    public Optional<LoginLink> find(UUID requestId, List<byte[]> codeHashes) {
        return find("requestId = ?1 and codeHash in ?2", requestId, codeHashes).firstResultOptional();
    }

    /** At which of these addresses a link is live that was minted since. */
    public Set<String> findLive(UUID clinicId, Collection<String> addressKeys, Instant since) {
        return database.createQuery(
                        "select addressKey from LoginLink where clinicId = ?1 and addressKey in ?2 and token.spentAt is null"
                                + " and supersededAt is null and revokedAt is null and mintedAt >= ?3 and token.expiresAt > ?4",
                        String.class)
                .setParameter(1, clinicId)
                .setParameter(2, addressKeys)
                .setParameter(3, since)
                .setParameter(4, clock.instant())
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /**
     * Spends a live link. Of any number of clicks exactly one succeeds; the clock of this node does not matter. "coalesce"
     * keeps the database from the index of live links: it looks small to it until statistics are gathered, and may hold all there are.
     */
    public boolean redeem(LoginLink link) {
        return database.createNativeMutationQuery("""
                                update login_link set redeemed_at = clock_timestamp()
                                 where id = ?1
                                   and coalesce(redeemed_at, superseded_at, revoked_at) is null
                                   and clock_timestamp() < expires_at
                                   and portal_is_on(clinic_id)
                                """)
                        .setParameter(1, link.id())
                        .executeUpdate()
                == 1;
    }

    /** What another click, time or the clinic made of a link that could not be redeemed. */
    public LoginReason currentRejection(LoginLink link) {
        database.refresh(link);
        var isGood = link.terminalState() == null && !link.isExpired(clock.instant());
        return isGood && !clinics.get(link.clinicId()).portal().isOn() ? LoginReason.PORTAL_OFF : link.rejection();
    }

    Optional<LoginLink> findSentIn(UUID letterId, UUID clinicId, EmailAddress recipient) {
        return find("clinicId = ?1 and addressKey = ?2 and letterId = ?3", clinicId, recipient.key(), letterId)
                .firstResultOptional();
    }
}
