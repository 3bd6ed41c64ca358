package dev.latchkey.access;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
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
        return principal().clinicId();
    }

    public UUID staffMemberId() {
        return principal().subject();
    }

    public UUID sessionId() {
        return principal().sessionId();
    }

    public Actor actor() {
        return Actor.staff(staffMemberId());
    }

    /** What they do, at their clinic. */
    public AuditEntry occurrence(AuditAction act) {
        return AuditEntry.of(act, actor(), clinicId()).session(sessionId());
    }

    private SessionPrincipal principal() {
        if (identity.getPrincipal() instanceof SessionPrincipal principal && principal.audience() == Audience.STAFF) {
            return principal;
        }
        throw new IllegalStateException("asked for a staff member where none is calling");
    }
}
