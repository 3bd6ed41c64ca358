package dev.latchkey.login;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.loginlinks.LoginLink;
import dev.latchkey.loginlinks.LoginReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts each try of a link on record. */
@ApplicationScoped
class RedemptionTrail {

    private final Audit audit;

    RedemptionTrail(Audit audit) {
        this.audit = audit;
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

    private static AuditEntry entry(AuditAction act, LoginLink link) {
        return AuditEntry.of(act, Actor.visitor(), link.clinicId())
                .link(link.id())
                .address(link.address());
    }
}
