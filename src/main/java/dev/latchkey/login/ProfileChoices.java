package dev.latchkey.login;

import dev.latchkey.kernel.Secret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Choices that are to be made, and those made. */
@ApplicationScoped
class ProfileChoices implements PanacheRepositoryBase<ProfileChoice, UUID> {

    /** Locks the row, so that two choices with one token are made one after the other. */
    Optional<ProfileChoice> findAndLock(Secret token) {
        return find("tokenHash", token.hash())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
