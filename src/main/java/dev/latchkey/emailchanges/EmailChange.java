package dev.latchkey.emailchanges;

import dev.latchkey.clients.Client;
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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An e-mail that a client is to confirm before it counts. What confirms and cancels it is written in {@link EmailChanges}. */
@Entity
public class EmailChange {

    /** Long enough for a letter that waits for the evening, and short enough for a mailbox that is not theirs. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    @Id
    private UUID id;

    private UUID clinicId;
    private UUID clientId;
    private String email;

    /** The key of the address that the record had then. */
    private @Nullable String replaces;

    @Embedded
    @AttributeOverride(name = "spentAt", column = @Column(name = "confirmed_at"))
    private OneTimeToken token;

    private UUID requestedBy;
    private Instant requestedAt;
    private UUID letterId;
    private @Nullable Instant cancelledAt;

    EmailChange(Client client, EmailAddress email, Secret secret, UUID letterId, UUID requestedBy, Instant now) {
        this.id = Ids.next();
        this.clinicId = client.clinicId();
        this.clientId = client.id();
        this.email = email.address();
        this.replaces = keyOf(client);
        this.token = OneTimeToken.of(secret, now.plus(LIFETIME));
        this.requestedBy = requestedBy;
        this.requestedAt = now;
        this.letterId = letterId;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected EmailChange() {}

    /** Whether the record is as it was. A node of the version before changes or archives it, and cancels nothing. */
    boolean isStillFor(Client client) {
        return client.archivedAt() == null && Objects.equals(replaces, keyOf(client));
    }

    private static @Nullable String keyOf(Client client) {
        return client.email().map(EmailAddress::key).orElse(null);
    }

    boolean isExpired(Instant now) {
        return token.isExpired(now);
    }

    UUID id() {
        return id;
    }

    UUID clinicId() {
        return clinicId;
    }

    UUID clientId() {
        return clientId;
    }

    public EmailAddress email() {
        return new EmailAddress(email);
    }

    UUID requestedBy() {
        return requestedBy;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Instant expiresAt() {
        return token.expiresAt();
    }

    UUID letterId() {
        return letterId;
    }
}
