package dev.latchkey.staffsignin;

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

/** The one-time secret by which a staff member sets another password without the one they have. */
@Entity
@Table(name = "staff_password_reset")
class PasswordReset {

    static final Duration LIFETIME = Duration.ofMinutes(30);

    @Id
    private UUID id;

    private UUID staffMemberId;
    private byte[] tokenHash;
    private UUID letterId;
    private Instant mintedAt;
    private Instant expiresAt;
    private @Nullable Instant usedAt;
    private @Nullable Instant cancelledAt;

    PasswordReset(StaffMember member, Secret token, UUID letterId, Instant mintedAt) {
        this.id = Ids.next();
        this.staffMemberId = member.id();
        this.tokenHash = token.hash();
        this.letterId = letterId;
        this.mintedAt = mintedAt;
        this.expiresAt = mintedAt.plus(LIFETIME);
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected PasswordReset() {}

    void requireOpen(Instant now) {
        if (usedAt != null || cancelledAt != null || !now.isBefore(expiresAt)) {
            throw SignInReason.PASSWORD_RESET_UNUSABLE.refusal();
        }
    }

    /** The member's row must be locked: of two at once only one may pass. */
    void use(Instant now) {
        requireOpen(now);
        usedAt = now;
    }

    /** Names the letter it went out in. */
    UUID cancel(Instant now) {
        cancelledAt = now;
        return letterId;
    }

    UUID staffMemberId() {
        return staffMemberId;
    }
}
