package dev.latchkey.secondfactor;

import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.staff.StaffMember;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A staff member's second factor: an app that shares a key with us. It is asked for as soon as one code of it was seen. */
@Entity
@Table(name = "staff_second_factor")
@DynamicUpdate // the key may be re-encrypted at the same time
public class SecondFactor {

    @Id
    private UUID staffMemberId;

    private byte[] sealedKey;
    private Instant startedAt;
    private @Nullable Instant enrolledAt;

    SecondFactor(StaffMember member, TotpKey key, InstallationSecret secret, Instant now) {
        this.staffMemberId = member.id();
        this.sealedKey = secret.seal(purpose(), key.bytes());
        this.startedAt = now;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected SecondFactor() {}

    /** Starts over with another key, as long as the former one was never used. */
    void restart(TotpKey key, InstallationSecret secret, Instant now) {
        requirePending();
        sealedKey = secret.seal(purpose(), key.bytes());
        startedAt = now;
    }

    void enrol(Instant now) {
        requirePending();
        enrolledAt = now;
    }

    void requirePending() {
        if (isEnrolled()) {
            throw FactorReason.SECOND_FACTOR_ENROLLED.refusal();
        }
    }

    boolean isEnrolled() {
        return enrolledAt != null;
    }

    UUID staffMemberId() {
        return staffMemberId;
    }

    TotpKey key(InstallationSecret secret) {
        return new TotpKey(secret.unseal(purpose(), sealedKey));
    }

    boolean needsReencryption(InstallationSecret secret) {
        return secret.isSealedByPredecessor(purpose(), sealedKey);
    }

    byte[] reencryptedKey(InstallationSecret secret) {
        return secret.seal(purpose(), secret.unseal(purpose(), sealedKey));
    }

    byte[] sealedKey() {
        return sealedKey;
    }

    boolean opensWith(InstallationSecret secret) {
        return secret.opens(purpose(), sealedKey);
    }

    /** Another for each member, so that the key of one row is of no use in another. */
    private String purpose() {
        return "second-factor " + staffMemberId;
    }
}
