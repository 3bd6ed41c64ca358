package dev.latchkey.loginlinks;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Ids;
import dev.latchkey.kernel.OneTimeToken;
import dev.latchkey.kernel.Secret;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one-time secret mailed to an address at a clinic. What spends and cancels it is written in {@link LoginLinks}. */
@Entity
public class LoginLink {

    public static final Duration LIFETIME = Duration.ofMinutes(15);

    @Id
    private UUID id;

    private UUID clinicId;
    private String addressKey;

    @Embedded
    @AttributeOverride(name = "spentAt", column = @Column(name = "redeemed_at"))
    private OneTimeToken token;

    private Instant mintedAt;
    private @Nullable Instant supersededAt;
    private @Nullable Instant revokedAt;
    private UUID letterId;

    @Column(name = "ordered_for")
    private @Nullable UUID sentFor;

    @Column(name = "ordered_by")
    private @Nullable UUID sentBy;

    private @Nullable UUID requestId;
    private byte @Nullable [] codeHash;

    LoginLink(UUID clinicId, EmailAddress address, Secret secret, UUID letterId, Instant mintedAt) {
        this.id = Ids.next();
        this.clinicId = clinicId;
        this.addressKey = address.key();
        this.letterId = letterId;
        this.mintedAt = mintedAt;
        this.token = OneTimeToken.of(secret, mintedAt.plus(LIFETIME));
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected LoginLink() {}

    void markSentBy(UUID staffMemberId, UUID clientId) {
        this.sentBy = staffMemberId;
        this.sentFor = clientId;
    }

    void markRequested(UUID requestId, byte[] codeHash) {
        this.requestId = requestId;
        this.codeHash = codeHash;
    }

    /** Why a link that could not be redeemed could not be. */
    public LoginReason rejection() {
        if (token.isSpent()) {
            return LoginReason.LOGIN_LINK_USED;
        }
        if (supersededAt != null) {
            return LoginReason.LOGIN_LINK_SUPERSEDED;
        }
        return revokedAt != null ? LoginReason.LOGIN_LINK_REVOKED : LoginReason.LOGIN_LINK_EXPIRED;
    }

    /** How the link ended by a person's act; null if its state still depends on its letter and on time. */
    @Nullable
    public String terminalState() {
        if (token.isSpent()) {
            return "redeemed";
        }
        if (supersededAt != null) {
            return "superseded";
        }
        return revokedAt != null ? "revoked" : null;
    }

    public boolean isExpired(Instant now) {
        return token.isExpired(now);
    }

    public UUID id() {
        return id;
    }

    public UUID clinicId() {
        return clinicId;
    }

    public EmailAddress address() {
        return new EmailAddress(addressKey);
    }

    public UUID letterId() {
        return letterId;
    }

    public Instant mintedAt() {
        return mintedAt;
    }

    public Instant expiresAt() {
        return token.expiresAt();
    }

    /** The client whom staff sent it for. */
    public @Nullable UUID sentFor() {
        return sentFor;
    }

    public @Nullable UUID sentBy() {
        return sentBy;
    }
}
