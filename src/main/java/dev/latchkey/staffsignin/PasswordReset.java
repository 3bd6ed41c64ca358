package dev.latchkey.staffsignin;

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
import org.jspecify.annotations.Nullable;

/** The one-time secret by which a staff member sets another password without the one they have. */
@Entity
@Table(name = "staff_password_reset")
class PasswordReset {

    static final Duration LIFETIME = Duration.ofMinutes(30);

    @Id
    private UUID id;

    private UUID staffMemberId;

    @Embedded
    @AttributeOverride(name = "spentAt", column = @Column(name = "used_at"))
    private OneTimeToken token;

    private UUID letterId;
    private Instant mintedAt;
    private @Nullable Instant cancelledAt;

    PasswordReset(StaffMember member, Secret secret, UUID letterId, Instant mintedAt) {
        this.id = Ids.next();
        this.staffMemberId = member.id();
        this.letterId = letterId;
        this.mintedAt = mintedAt;
        this.token = OneTimeToken.of(secret, mintedAt.plus(LIFETIME));
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected PasswordReset() {}

    void requireOpen(Instant now) {
        if (!token.isOpen(now) || cancelledAt != null) {
            throw SignInReason.PASSWORD_RESET_UNUSABLE.refusal();
        }
    }

    /** The member's row must be locked: of two at once only one may pass. */
    void use(Instant now) {
        requireOpen(now);
        token = token.spend(now);
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
