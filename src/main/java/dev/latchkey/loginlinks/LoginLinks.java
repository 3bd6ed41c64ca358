package dev.latchkey.loginlinks;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Secret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** All login links. What must hold for many clicks at once is one statement each, and decided by the database. */
@ApplicationScoped
public class LoginLinks implements PanacheRepositoryBase<LoginLink, UUID> {

    private final Session database;

    LoginLinks(Session database) {
        this.database = database;
    }

    /** The next one to mint for this address, on any node, waits until this transaction has ended. */
    void lock(UUID clinicId, String addressKey) {
        database.createNativeQuery(
                        "select 1 as locked from (select pg_advisory_xact_lock(hashtextextended(?1, 43)))",
                        Integer.class)
                .addScalar("locked", Integer.class)
                .setParameter(1, clinicId + " " + addressKey)
                .getSingleResult();
    }

    /** Cancels the live link of an address, and names the letter it went out in. */
    Optional<UUID> supersede(UUID clinicId, String addressKey) {
        return end("superseded_at", clinicId, addressKey);
    }

    public Optional<UUID> revoke(UUID clinicId, String addressKey) {
        return end("revoked_at", clinicId, addressKey);
    }

    private Optional<UUID> end(String column, UUID clinicId, String addressKey) {
        return database.createNativeQuery("""
                        update login_link set %s = clock_timestamp()
                         where clinic_id = ?1 and address_key = ?2
                           and redeemed_at is null and superseded_at is null and revoked_at is null
                        returning letter_id
                        """.formatted(column), UUID.class)
                .addScalar("letter_id", UUID.class)
                .setParameter(1, clinicId)
                .setParameter(2, addressKey)
                .uniqueResultOptional();
    }

    /** Be it live or dead. */
    public Optional<LoginLink> find(Secret token) {
        return find("token.tokenHash", token.hash()).firstResultOptional();
    }

    public Optional<LoginLink> find(UUID requestId, List<byte[]> codeHashes) {
        return find("requestId = ?1 and codeHash in ?2", requestId, codeHashes).firstResultOptional();
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
                                """)
                        .setParameter(1, link.id())
                        .executeUpdate()
                == 1;
    }

    /** What another click, or time, made of a link that could not be redeemed. */
    public LoginReason currentRejection(LoginLink link) {
        database.refresh(link);
        return link.rejection();
    }

    Optional<LoginLink> findSentIn(UUID letterId, UUID clinicId, EmailAddress recipient) {
        return find("clinicId = ?1 and addressKey = ?2 and letterId = ?3", clinicId, recipient.key(), letterId)
                .firstResultOptional();
    }
}
