package dev.latchkey.secondfactor;

import dev.latchkey.kernel.Ids;
import dev.latchkey.kernel.Secret;
import dev.latchkey.staff.StaffMember;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The step between a right password and entering, for a member who has enrolled a second factor. */
@Entity
@Table(name = "staff_factor_challenge")
public class FactorChallenge {

    public static final Duration LIFETIME = Duration.ofMinutes(5);
    static final int WRONG_TRIES = 5;

    @Id
    private UUID id;

    private UUID staffMemberId;
    private byte[] tokenHash;
    private Instant expiresAt;
    private int wrongTries;
    private @Nullable Instant metAt;

    public FactorChallenge(StaffMember member, Secret token, Instant now) {
        this.id = Ids.next();
        this.staffMemberId = member.id();
        this.tokenHash = token.hash();
        this.expiresAt = now.plus(LIFETIME);
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected FactorChallenge() {}

    /** The row must be locked: of many tries at once no more than the allowed ones may pass. */
    public void requireOpen(Instant now) {
        if (metAt != null || wrongTries >= WRONG_TRIES || !now.isBefore(expiresAt)) {
            throw FactorReason.SECOND_FACTOR_TOKEN_INVALID.refusal();
        }
    }

    public void complete(Instant now) {
        metAt = now;
    }

    public void recordFailure() {
        wrongTries++;
    }

    public UUID staffMemberId() {
        return staffMemberId;
    }
}
