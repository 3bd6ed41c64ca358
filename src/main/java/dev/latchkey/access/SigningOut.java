package dev.latchkey.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Ends the session that the caller came with, if it has not ended before: to sign out twice is no mistake. */
@ApplicationScoped
public class SigningOut {

    static final String TYPE = "sign-out";

    /** Is nobody any more: whatever asks who is calling fails. */
    static final String SIGNED_OUT = "signed-out";

    private static final Set<String> DOORS = Set.of("/v1/sessions/", "/v1/staff/sessions/");
    private static final String CURRENT = "current";

    private final Sessions sessions;
    private final SecurityIdentity identity;
    private final Clock clock;

    SigningOut(Sessions sessions, SecurityIdentity identity, Clock clock) {
        this.sessions = sessions;
        this.identity = identity;
        this.clock = clock;
    }

    /** Everywhere else a token without a session opens nothing. */
    static boolean isAskedFor(HttpMethod method, String path) {
        return method.equals(HttpMethod.DELETE) && DOORS.contains(path.substring(0, behindTheLastSlash(path)));
    }

    /** Of this session, by its id or as the current one. */
    static boolean isAskedFor(UUID sessionId, String path) {
        var named = path.substring(behindTheLastSlash(path));
        return named.equals(CURRENT) || named.equalsIgnoreCase(sessionId.toString());
    }

    private static int behindTheLastSlash(String path) {
        return path.lastIndexOf('/') + 1;
    }

    /** Whether the caller came with this session. After its end they get here with its own id alone. */
    public boolean isOf(UUID id) {
        if (identity.getPrincipal() instanceof Bearer bearer) {
            return bearer.sessionId().equals(id);
        }
        return true;
    }

    @Transactional
    public void signOut() {
        if (identity.getPrincipal() instanceof Bearer bearer) {
            sessions.signOut(bearer.sessionId(), clock.instant());
        }
    }
}
