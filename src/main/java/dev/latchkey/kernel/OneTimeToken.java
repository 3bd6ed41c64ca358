package dev.latchkey.kernel;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is kept of a secret that works once: its hash, until when it works, and when it was used. Part of the row that says what it opens. */
@Embeddable
public record OneTimeToken(
        byte[] tokenHash, Instant expiresAt, @Nullable Instant spentAt) {

    public static OneTimeToken of(Secret secret, Instant expiresAt) {
        return new OneTimeToken(secret.hash(), expiresAt, null);
    }

    public boolean isOpen(Instant now) {
        return !isSpent() && !isExpired(now);
    }

    public boolean isSpent() {
        return spentAt != null;
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Its row must be locked: of two at once only one may pass. */
    public OneTimeToken spend(Instant now) {
        return new OneTimeToken(tokenHash, expiresAt, now);
    }

    @Override
    public String toString() {
        return "OneTimeToken[hidden]";
    }
}
