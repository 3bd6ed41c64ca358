package dev.latchkey.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;

/** Ends the session that the caller came with, if it has not ended before: to sign out twice is no mistake. */
@ApplicationScoped
public class SigningOut {

    static final String TYPE = "sign-out";

    /** Is nobody any more: whatever asks who is calling fails. */
    static final String SIGNED_OUT = "signed-out";

    private static final Set<String> PATHS = Set.of("/v1/sessions/current", "/v1/staff/sessions/current");

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
        return method.equals(HttpMethod.DELETE) && PATHS.contains(path);
    }

    @Transactional
    public void signOut() {
        if (identity.getPrincipal() instanceof Bearer bearer) {
            sessions.signOut(bearer.sessionId(), clock.instant());
        }
    }
}
