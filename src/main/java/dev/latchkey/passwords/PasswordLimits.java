package dev.latchkey.passwords;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditedLimits;
import dev.latchkey.audit.LimitAction;
import dev.latchkey.ratelimit.CallerLimits;
import dev.latchkey.ratelimit.Limit;
import dev.latchkey.staff.StaffMember;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * How much hashing one caller may ask for, right passwords and wrong ones alike: it takes a processor each time, and a caller with one
 * valid password or token could else keep all others from signing in.
 */
@ApplicationScoped
public class PasswordLimits {

    private final AuditedLimits counting;
    private final CallerLimits callers;
    private final Settings settings;

    PasswordLimits(AuditedLimits counting, CallerLimits callers, Settings settings) {
        this.counting = counting;
        this.callers = callers;
        this.settings = settings;
    }

    /** Before a stranger's password is hashed, for every account. */
    public void countHash() {
        var limits =
                new CallerLimits.Limits(settings.hashesPerIp(), settings.hashesPerNetwork(), settings.hashesPerSite());
        counting.spend(
                callers.buckets("passwords hashed", limits).toList(),
                AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), null).because("password-hashes"));
    }

    /** Before the password of a member is hashed who is signed in, or whose browser was: no stranger beside them takes anything from it. */
    public void countHashOf(StaffMember member) {
        count(settings.hashesPerMember(), "passwords hashed of a member", "password-hashes", member);
    }

    /** After a right password, so that a stranger who does not know it cannot use the member's up. */
    public void countSignIn(StaffMember member) {
        count(settings.signInsPerMember(), "sign-ins of a member", "sign-ins", member);
    }

    private void count(List<Limit> limits, String kind, String what, StaffMember member) {
        counting.spend(
                limits.stream().map(limit -> limit.bucket(kind, member.id())).toList(),
                AuditEntry.of(LimitAction.LIMITED, Actor.staff(member.id()), member.clinicId())
                        .because(what));
    }

    @ConfigMapping(prefix = "latchkey.password.limits")
    interface Settings {

        /** A clinic whose people come in from one address in the morning has room. */
        @WithDefault("100/15m")
        List<Limit> hashesPerIp();

        @WithDefault("400/15m")
        List<Limit> hashesPerNetwork();

        @WithDefault("1600/15m")
        List<Limit> hashesPerSite();

        @WithDefault("60/15m")
        List<Limit> hashesPerMember();

        @WithDefault("60/1h")
        List<Limit> signInsPerMember();
    }
}
