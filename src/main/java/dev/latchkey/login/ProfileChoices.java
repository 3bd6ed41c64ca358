package dev.latchkey.login;

import dev.latchkey.kernel.Secret;
import dev.latchkey.loginlinks.LoginLink;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Choices that are to be made, and those made. */
@ApplicationScoped
class ProfileChoices implements PanacheRepositoryBase<ProfileChoice, UUID> {

    private final Session database;

    ProfileChoices(Session database) {
        this.database = database;
    }

    /** That whose redemption led to this choice. */
    Optional<LoginLink> findLink(Secret token) {
        return database.createSelectionQuery(
                        "from LoginLink where id = (select choice.loginLinkId from ProfileChoice choice where choice.tokenHash = ?1)",
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

    /**
     * Those that are open at a mailbox. It uses up their tries, for that ends a choice on nodes of every release. In their order, so that
     * two who do so do not wait for each other.
     */
    void endAllOf(UUID clinicId, String addressKey) {
        database.createNativeMutationQuery("""
                        update profile_choice set wrong_tries = ?3
                         where id = any (array(select choice.id from profile_choice choice
                                                 join login_link link on link.id = choice.login_link_id
                                                where link.clinic_id = ?1 and link.address_key = ?2
                                                  and choice.chosen_at is null and choice.wrong_tries < ?3
                                                order by choice.id for update of choice))
                        """)
                .setParameter(1, clinicId)
                .setParameter(2, addressKey)
                .setParameter(3, ProfileChoice.WRONG_TRIES)
                .executeUpdate();
    }
}
