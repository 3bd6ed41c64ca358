package dev.latchkey.secondfactor;

import dev.latchkey.access.CredentialsChanged;
import dev.latchkey.kernel.Secret;
import dev.latchkey.staff.StaffMember;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;

/** Sign-ins that wait for a code, and finished ones. The member's row is locked before any of theirs. */
@ApplicationScoped
public class FactorChallenges implements PanacheRepositoryBase<FactorChallenge, UUID> {

    public FactorChallenge find(Secret token) {
        return find("token.tokenHash", token.hash())
                .firstResultOptional()
                .orElseThrow(FactorReason.SECOND_FACTOR_TOKEN_INVALID::refusal);
    }

    public FactorChallenge findAndLock(Secret token) {
        return find("token.tokenHash", token.hash())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(FactorReason.SECOND_FACTOR_TOKEN_INVALID::refusal);
    }

    public void forgetOver(StaffMember member, Instant now) {
        delete("staffMemberId = ?1 and (token.spentAt is not null or token.expiresAt <= ?2)", member.id(), now);
    }

    /** What began with another password or another factor must not end with this one. */
    void forgetAll(@Observes CredentialsChanged changed) {
        delete("staffMemberId", changed.staffMemberId());
    }

    public void forgetAll(StaffMember member) {
        delete("staffMemberId", member.id());
    }
}
