package dev.latchkey.staff;

import dev.latchkey.access.Role;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Someone who works at a clinic. Without a password they are only invited. */
@Entity
@DynamicUpdate // a password may be set while an owner changes the role
public class StaffMember {

    @Id
    private UUID id;

    private UUID clinicId;
    private String displayName;
    private String email;
    private String addressKey;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable String passwordHash;
    private @Nullable Instant suspendedAt;
    private int deviceEpoch;
    private Instant createdAt;

    public StaffMember(UUID clinicId, String displayName, EmailAddress email, Role role, Instant now) {
        this.id = Ids.next();
        this.clinicId = clinicId;
        this.displayName = displayName;
        this.email = email.address();
        this.addressKey = email.key();
        this.role = role;
        this.createdAt = now;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected StaffMember() {}

    /**
     * An invitation may be repeated, and the name mended with it, until there is a password. Another role is not given in passing, but that
     * of an owner, which is asked for with a proof.
     */
    public StaffMember invitedAgain(String displayName, Role role) {
        if (isSuspended()) {
            throw StaffReason.STAFF_MEMBER_SUSPENDED.refusal();
        }
        requireOnlyInvited(StaffReason.STAFF_EMAIL_TAKEN);
        if (role != this.role && role != Role.OWNER) {
            throw StaffReason.STAFF_MEMBER_INVITED_OTHERWISE.refusal();
        }
        this.displayName = displayName;
        this.role = role;
        return this;
    }

    public void requireOnlyInvited() {
        requireOnlyInvited(StaffReason.INVITATION_ACCEPTED);
    }

    private void requireOnlyInvited(StaffReason why) {
        if (hasJoined()) {
            throw why.refusal();
        }
    }

    /** Whether it changed anything. */
    public boolean suspend(Instant now) {
        requireJoined();
        if (isSuspended()) {
            return false;
        }
        suspendedAt = now;
        return true;
    }

    public boolean restore() {
        if (!isSuspended()) {
            return false;
        }
        suspendedAt = null;
        return true;
    }

    public void become(Role role) {
        this.role = role;
    }

    /** A clinic must never be left with an owner who cannot sign in. */
    public void requireAbleToOwn() {
        requireJoined();
        if (isSuspended()) {
            throw StaffReason.STAFF_MEMBER_SUSPENDED.refusal();
        }
    }

    private void requireJoined() {
        if (!hasJoined()) {
            throw StaffReason.STAFF_MEMBER_INVITED.refusal();
        }
    }

    boolean hasJoined() {
        return passwordHash != null;
    }

    boolean isActingOwner() {
        return role == Role.OWNER && hasJoined() && !isSuspended();
    }

    String status() {
        return isSuspended() ? "suspended" : hasJoined() ? "active" : "invited";
    }

    public void requireActive() {
        if (isSuspended()) {
            throw StaffReason.MEMBER_SUSPENDED.refusal();
        }
    }

    public boolean isSuspended() {
        return suspendedAt != null;
    }

    /** Every browser that was signed in under the former one is a stranger's: others may have known it. */
    public void protectWith(String passwordHash) {
        this.passwordHash = passwordHash;
        this.deviceEpoch++;
    }

    public UUID id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    public UUID clinicId() {
        return clinicId;
    }

    public EmailAddress email() {
        return new EmailAddress(email);
    }

    public Role role() {
        return role;
    }

    public int deviceEpoch() {
        return deviceEpoch;
    }

    @Nullable
    public String passwordHash() {
        return passwordHash;
    }
}
