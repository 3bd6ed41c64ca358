package dev.latchkey.access;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditedAct;
import dev.latchkey.audit.Occurrence;
import dev.latchkey.tokens.Audience;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The staff member who is calling, and so the only clinic whose records this request may touch. */
@RequestScoped
public class StaffCaller {

    private final SecurityIdentity identity;

    StaffCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public UUID clinicId() {
        return bearer().clinicId();
    }

    public UUID staffMemberId() {
        return bearer().subject();
    }

    public UUID sessionId() {
        return bearer().sessionId();
    }

    public Actor actor() {
        return Actor.staff(staffMemberId());
    }

    /** What they do, at their clinic. */
    public Occurrence occurrence(AuditedAct act) {
        return Occurrence.of(act, actor(), clinicId()).session(sessionId());
    }

    private Bearer bearer() {
        if (identity.getPrincipal() instanceof Bearer bearer && bearer.audience() == Audience.STAFF) {
            return bearer;
        }
        throw new IllegalStateException("asked for a staff member where none is calling");
    }
}
