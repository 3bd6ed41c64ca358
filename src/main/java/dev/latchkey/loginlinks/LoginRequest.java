package dev.latchkey.loginlinks;

import dev.latchkey.clients.Addressee;
import dev.latchkey.jobs.Queue;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

    /** Until it is answered; {@code jobs.Queue} goes on with it. */
    @Column(updatable = false)
    private @Nullable Instant dueAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable String suppressedBecause;

    LoginRequest(UUID clinicId, EmailAddress typed, InstallationSecret secret, Instant now) {
        this.id = new UUID(RANDOM.nextLong(), RANDOM.nextLong());
        this.clinicId = clinicId;
        this.sealedAddressKey = secret.seal(PURPOSE, typed.key().getBytes(StandardCharsets.UTF_8));
        this.addressHash = secret.keyedHash(PURPOSE, typed.key());
        this.askedAt = now;
        this.dueAt = Queue.dueSince(now);
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected LoginRequest() {}

    boolean wasRequestedBefore(Instant moment) {
        return askedAt.isBefore(moment);
    }

    /** With the address key that was typed, as long as the request is not answered. */
    UnsealedRequest unseal(InstallationSecret secret) {
        if (sealedAddressKey == null) {
            throw new IllegalStateException("an answered request has forgotten its address");
        }
        var typed = new String(secret.unseal(PURPOSE, sealedAddressKey), StandardCharsets.UTF_8);
        return new UnsealedRequest(this, new EmailAddress(typed));
    }

    void suppress(String why, Instant now) {
        answer(Outcome.SUPPRESSED, now);
        this.suppressedBecause = why;
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

    public Instant askedAt() {
        return askedAt;
    }

    /** How it was answered; null while it waits. */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    /** Why it got no letter, such as the limit that was hit; null for others, and for those of before this was kept. */
    public @Nullable String suppressedBecause() {
        return suppressedBecause;
    }

    static List<byte[]> addressHashes(EmailAddress typed, InstallationSecret secret) {
        return secret.keyedHashes(PURPOSE, typed.key());
    }

    /** A request that is about to be answered. */
    record UnsealedRequest(LoginRequest request, EmailAddress typed) {

        UUID clinicId() {
            return request.clinicId;
        }

        Addressee addressee() {
            return new Addressee(request.clinicId, typed.key());
        }
    }

    public enum Outcome {
        LINK_SENT,
        NO_CLIENT_RECORD,
        SUPPRESSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
