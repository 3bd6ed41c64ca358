package dev.latchkey.staffadmin;

import dev.latchkey.kernel.Ids;
import dev.latchkey.kernel.OneTimeToken;
import dev.latchkey.kernel.Secret;
import dev.latchkey.staff.StaffMember;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one-time secret by which an invited staff member sets a password. */
@Entity
class StaffInvitation {

    static final Duration LIFETIME = Duration.ofHours(72);

    @Id
    private UUID id;

    private UUID staffMemberId;
    private @Nullable UUID invitedBy;

    @Embedded
    @AttributeOverride(name = "spentAt", column = @Column(name = "accepted_at"))
    private OneTimeToken token;

    /** @param invitedBy the owner; null if the operator did, who is no member */
    StaffInvitation(StaffMember member, @Nullable UUID invitedBy, Secret secret, Instant now) {
        this.id = Ids.next();
        this.staffMemberId = member.id();
        this.invitedBy = invitedBy;
        this.token = OneTimeToken.of(secret, now.plus(LIFETIME));
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected StaffInvitation() {}

    /** Spends the invitation and says whose it was. The row must be locked: of two at once only one may pass. */
    UUID accept(Instant now) {
        requireOpen(now);
        token = token.spend(now);
        return staffMemberId;
    }

    void requireOpen(Instant now) {
        if (!token.isOpen(now)) {
            throw InvitationReason.INVITATION_UNUSABLE.refusal();
        }
    }

    UUID staffMemberId() {
        return staffMemberId;
    }

    Instant expiresAt() {
        return token.expiresAt();
    }
}
