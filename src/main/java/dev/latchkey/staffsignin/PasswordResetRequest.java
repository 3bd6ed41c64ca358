package dev.latchkey.staffsignin;

import dev.latchkey.jobs.Queue;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Ids;
import dev.latchkey.kernel.InstallationSecret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A request to reset the password of an e-mail. A worker finds out whose it is, and then deletes the request. */
@Entity
@Table(name = "staff_password_reset_request")
class PasswordResetRequest {

    private static final String PURPOSE = "password-reset-request";

    @Id
    private UUID id;

    private byte[] sealedAddressKey;
    private Instant askedAt;

    /** Until it is answered; {@code jobs.Queue} goes on with it. */
    @Column(updatable = false)
    private Instant dueAt;

    PasswordResetRequest(EmailAddress typed, InstallationSecret secret, Instant now) {
        this.id = Ids.next();
        this.sealedAddressKey = secret.seal(PURPOSE, typed.key().getBytes(StandardCharsets.UTF_8));
        this.askedAt = now;
        this.dueAt = Queue.dueSince(now);
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected PasswordResetRequest() {}

    boolean wasRequestedBefore(Instant moment) {
        return askedAt.isBefore(moment);
    }

    EmailAddress typed(InstallationSecret secret) {
        return new EmailAddress(new String(secret.unseal(PURPOSE, sealedAddressKey), StandardCharsets.UTF_8));
    }

    UUID id() {
        return id;
    }
}
