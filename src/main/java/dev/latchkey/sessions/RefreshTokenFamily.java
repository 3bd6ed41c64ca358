package dev.latchkey.sessions;

import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.kernel.Secret;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The refresh tokens of a session, one after another: the seed of all of them, how many were used, and when the last one was. */
@Embeddable
record RefreshTokenFamily(String refreshSeed, int refreshes, Instant refreshedAt) {

    static final Duration LONGEST_IDLE = Duration.ofMinutes(30);

    /** For a second tab, and for an answer that was lost on the way: as long, the token before gets the same successor once more. */
    static final Duration GRACE = Duration.ofSeconds(10);

    static RefreshTokenFamily begin(Instant now) {
        return new RefreshTokenFamily(Secret.random().value(), 0, now);
    }

    RefreshToken current(UUID sessionId, InstallationSecret secret) {
        return RefreshToken.of(sessionId, refreshes, refreshSeed, secret);
    }

    boolean hasIssued(RefreshToken token, InstallationSecret secret) {
        return token.refreshes() <= refreshes && token.isGenuine(refreshSeed, secret);
    }

    boolean isIdle(Instant now) {
        return !now.isBefore(refreshedAt.plus(LONGEST_IDLE));
    }

    /** Whether the token was used before, and longer ago than a second tab would. */
    boolean isReplay(int refreshesBefore, Instant now) {
        return refreshesBefore != refreshes
                && (refreshesBefore < refreshes - 1 || !now.isBefore(refreshedAt.plus(GRACE)));
    }

    /** The token before gets the same successor, so nothing changes for it. */
    RefreshTokenFamily advance(int refreshesBefore, Instant now) {
        var latest = now.isBefore(refreshedAt) ? refreshedAt : now; // the clock of another node may be behind
        return refreshesBefore == refreshes ? new RefreshTokenFamily(refreshSeed, refreshes + 1, latest) : this;
    }

    @Override
    public String toString() {
        return "RefreshTokenFamily[hidden]";
    }
}
