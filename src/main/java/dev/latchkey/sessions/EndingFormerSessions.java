package dev.latchkey.sessions;

import dev.latchkey.access.CredentialsChanged;
import dev.latchkey.audit.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Ends what was opened with credentials that the member has changed: all but the session in which they did so. */
@ApplicationScoped
class EndingFormerSessions {

    private final EndingSessions ending;

    EndingFormerSessions(EndingSessions ending) {
        this.ending = ending;
    }

    void end(@Observes CredentialsChanged changed) {
        var kept = changed.sessionId();
        if (kept == null) {
            var member = Actor.staff(changed.staffMemberId());
            ending.endAllOfStaff(
                    changed.clinicId(), changed.staffMemberId(), member, "password-changed", changed.changedAt());
        } else {
            ending.endOthers(changed.clinicId(), changed.staffMemberId(), kept, changed.changedAt());
        }
    }
}
