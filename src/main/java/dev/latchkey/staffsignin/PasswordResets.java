package dev.latchkey.staffsignin;

import dev.latchkey.kernel.Secret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** All resets of passwords. The member's row is locked before any of theirs. */
@ApplicationScoped
class PasswordResets implements PanacheRepositoryBase<PasswordReset, UUID> {

    PasswordReset find(Secret token) {
        return find("token.tokenHash", token.hash())
                .firstResultOptional()
                .orElseThrow(SignInReason.PASSWORD_RESET_UNUSABLE::refusal);
    }

    /** There is one at most that was neither used nor cancelled. */
    Optional<PasswordReset> openOf(UUID memberId) {
        return find("staffMemberId = ?1 and token.spentAt is null and cancelledAt is null", memberId)
                .firstResultOptional();
    }
}
