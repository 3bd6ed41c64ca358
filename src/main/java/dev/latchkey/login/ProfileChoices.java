package dev.latchkey.login;

import dev.latchkey.kernel.Secret;
import dev.latchkey.loginlinks.LoginLink;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Open and finished profile choices. */
@ApplicationScoped
class ProfileChoices implements PanacheRepositoryBase<ProfileChoice, UUID> {

    private final Session database;

    ProfileChoices(Session database) {
        this.database = database;
    }

    /** That whose redemption led to this choice. */
    Optional<LoginLink> findLink(Secret token) {
        return database.createSelectionQuery(
                        "from LoginLink where id = (select choice.loginLinkId from ProfileChoice choice where choice.token.tokenHash = ?1)",
                        LoginLink.class)
                .setParameter(1, token.hash())
                .uniqueResultOptional();
    }

    /** Locks the row, so that two choices with one token are made one after the other. */
    ProfileChoice lockBehind(LoginLink link) {
        return find("loginLinkId", link.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    /** Those that are open at a mailbox. In their order, so that two who do so do not wait for each other. */
    void endAllOf(UUID clinicId, String addressKey) {
        find(
                        "token.spentAt is null and wrongTries < ?3 and loginLinkId in"
                                + " (select link.id from LoginLink link where link.clinicId = ?1 and link.addressKey = ?2) order by id",
                        clinicId,
                        addressKey,
                        ProfileChoice.WRONG_TRIES)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .forEach(ProfileChoice::end);
    }

    /** Those of a clinic whose time is not over. */
    void endAllOf(UUID clinicId, Instant now) {
        find(
                        "clinicId = ?1 and token.spentAt is null and wrongTries < ?2 and token.expiresAt > ?3 order by id",
                        clinicId,
                        ProfileChoice.WRONG_TRIES,
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .forEach(ProfileChoice::end);
    }
}
