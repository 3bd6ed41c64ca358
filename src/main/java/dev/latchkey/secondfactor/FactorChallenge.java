package dev.latchkey.secondfactor;

import dev.latchkey.kernel.Ids;
import dev.latchkey.kernel.OneTimeToken;
import dev.latchkey.kernel.Secret;
import dev.latchkey.staff.StaffMember;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The step between a right password and entering, for a member who has enrolled a second factor. */
@Entity
@Table(name = "staff_factor_challenge")
public class FactorChallenge {

    public static final Duration LIFETIME = Duration.ofMinutes(5);
    static final int WRONG_TRIES = 5;

    @Id
    private UUID id;

    private UUID staffMemberId;

    @Embedded
    @AttributeOverride(name = "spentAt", column = @Column(name = "met_at"))
    private OneTimeToken token;

    private int wrongTries;

    public FactorChallenge(StaffMember member, Secret secret, Instant now) {
        this.id = Ids.next();
        this.staffMemberId = member.id();
        this.token = OneTimeToken.of(secret, now.plus(LIFETIME));
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected FactorChallenge() {}

    /** The row must be locked: of many tries at once no more than the allowed ones may pass. */
    public void requireOpen(Instant now) {
        if (!token.isOpen(now) || wrongTries >= WRONG_TRIES) {
            throw FactorReason.SECOND_FACTOR_TOKEN_INVALID.refusal();
        }
    }

    public void complete(Instant now) {
        token = token.spend(now);
    }

    public void recordFailure() {
        wrongTries++;
    }

    public UUID staffMemberId() {
        return staffMemberId;
    }
}
