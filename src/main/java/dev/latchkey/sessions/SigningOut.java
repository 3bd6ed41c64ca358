package dev.latchkey.sessions;

import dev.latchkey.access.SessionPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Ends the session that the caller came with, if it has not ended before: signing out twice is no error. */
@ApplicationScoped
public class SigningOut {

    private final EndingSessions endingSessions;
    private final SecurityIdentity identity;
    private final Clock clock;

    SigningOut(EndingSessions endingSessions, SecurityIdentity identity, Clock clock) {
        this.endingSessions = endingSessions;
        this.identity = identity;
        this.clock = clock;
    }

    /** Whether the caller came with this session. After its end they get here with its own id alone. */
    public boolean isOf(UUID id) {
        if (identity.getPrincipal() instanceof SessionPrincipal principal) {
            return principal.sessionId().equals(id);
        }
        return true;
    }

    @Transactional
    public void signOut() {
        if (identity.getPrincipal() instanceof SessionPrincipal principal) {
            endingSessions.signOut(principal.sessionId(), clock.instant());
        }
    }
}
