package dev.latchkey.loginlinks;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request for a login link, made on a portal page. A worker finds out later whether there is such a client. */
@Entity
public class LoginRequest {

    static final int CODE_TRIES = 5;

    private static final String PURPOSE = "login-request";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** 128 random bits. */
    @Id
    private UUID id;

    private UUID clinicId;
    private byte @Nullable [] sealedAddressKey;
    private byte[] addressHash;
    private Instant askedAt;
    private @Nullable Instant answeredAt;
    private int codeTries;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    LoginRequest(UUID clinicId, EmailAddress typed, InstallationSecret secret, Instant now) {
        this.id = new UUID(RANDOM.nextLong(), RANDOM.nextLong());
        this.clinicId = clinicId;
        this.sealedAddressKey = secret.seal(PURPOSE, typed.key().getBytes(StandardCharsets.UTF_8));
        this.addressHash = secret.keyedHash(PURPOSE, typed.key());
        this.askedAt = now;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected LoginRequest() {}

    boolean isAnswered() {
        return answeredAt != null;
    }

    boolean wasRequestedBefore(Instant moment) {
        return askedAt.isBefore(moment);
    }

    /** The address key that was typed, as long as the request is not answered. */
    EmailAddress typed(InstallationSecret secret) {
        if (sealedAddressKey == null) {
            throw new IllegalStateException("an answered request has forgotten its address");
        }
        return new EmailAddress(new String(secret.unseal(PURPOSE, sealedAddressKey), StandardCharsets.UTF_8));
    }

    void answer(Outcome outcome, Instant now) {
        this.outcome = outcome;
        this.answeredAt = now;
        this.sealedAddressKey = null;
    }

    UUID id() {
        return id;
    }

    UUID clinicId() {
        return clinicId;
    }

    static List<byte[]> addressHashes(EmailAddress typed, InstallationSecret secret) {
        return secret.keyedHashes(PURPOSE, typed.key());
    }

    enum Outcome {
        LINK_SENT,
        NO_CLIENT_RECORD,
        SUPPRESSED
    }
}
