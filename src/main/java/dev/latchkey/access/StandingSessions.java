package dev.latchkey.access;

import dev.latchkey.http.WebReason;
import dev.latchkey.tokens.Audience;
import jakarta.enterprise.context.ApplicationScoped;

/** Checks the session once more in requests that take long: the caller may have been signed out meanwhile. */
@ApplicationScoped
public class StandingSessions {

    private final LiveSessions sessions;

    StandingSessions(LiveSessions sessions) {
        this.sessions = sessions;
    }

    /** Outside of any transaction. */
    public void requireRight(StaffCaller caller, String right) {
        var session =
                sessions.find(caller.sessionId(), Audience.STAFF).orElseThrow(AccessReason.SESSION_ENDED::refusal);
        var role = session.role();
        if (role == null || session.mustEnrol() || !Role.valueOf(role).rights().contains(right)) {
            throw WebReason.FORBIDDEN.refusal();
        }
    }
}
