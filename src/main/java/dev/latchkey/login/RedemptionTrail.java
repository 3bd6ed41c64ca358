package dev.latchkey.login;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.loginlinks.LoginLimits;
import dev.latchkey.loginlinks.LoginLink;
import dev.latchkey.loginlinks.LoginReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts each try of a link, and of the choice it leads to, on record. */
@ApplicationScoped
class RedemptionTrail {

    private final Audit audit;
    private final LoginLimits limits;

    RedemptionTrail(Audit audit, LoginLimits limits) {
        this.audit = audit;
        this.limits = limits;
    }

    static AuditEntry redeemed(LoginLink link, LinkRedeemed outcome) {
        return entry(outcome, link);
    }

    void recordDead(LoginLink link, LoginReason why) {
        var act =
                why == LoginReason.LOGIN_LINK_USED ? LoginAction.LOGIN_LINK_REPLAYED : LoginAction.LOGIN_LINK_REJECTED;
        audit.record(entry(act, link).because(why));
    }

    /**
     * Where there is no link.
     *
     * @return the same reason, to be thrown
     */
    LoginReason recordUnknown(@Nullable UUID clinicId, LoginReason why) {
        audit.record(AuditEntry.of(LoginAction.LOGIN_LINK_REJECTED, Actor.visitor(), clinicId)
                .because(why));
        return why;
    }

    /**
     * Of a profile choice, which commits when it refuses too. Counted first: what is over the limit must not fill the trail.
     *
     * @return to be thrown
     */
    Refusal recordRejection(@Nullable UUID clinicId, @Nullable UUID linkId, LoginReason why) {
        var counted = limits.countWrongSecret(why);
        audit.record(AuditEntry.of(LoginAction.PROFILE_REJECTED, Actor.visitor(), clinicId)
                .link(linkId)
                .because(counted));
        return why.refusal();
    }

    private static AuditEntry entry(AuditAction act, LoginLink link) {
        return AuditEntry.of(act, Actor.visitor(), link.clinicId())
                .link(link.id())
                .address(link.address());
    }
}
