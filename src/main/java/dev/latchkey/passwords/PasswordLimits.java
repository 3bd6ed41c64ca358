package dev.latchkey.passwords;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditedLimits;
import dev.latchkey.audit.LimitAction;
import dev.latchkey.ratelimit.CallerLimits;
import dev.latchkey.staff.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How much hashing one caller may ask for, right passwords and wrong ones alike: it takes a processor each time, and a caller with one
 * valid password or token could else keep all others from signing in.
 */
@ApplicationScoped
public class PasswordLimits {

    private final AuditedLimits counting;
    private final CallerLimits callers;
    private final StaffLimit.Settings settings;

    PasswordLimits(AuditedLimits counting, CallerLimits callers, StaffLimit.Settings settings) {
        this.counting = counting;
        this.callers = callers;
        this.settings = settings;
    }

    /** Before a stranger's password is hashed, for every account. */
    public void countHash() {
        counting.spend(
                callers.buckets(StaffLimit.PASSWORD_HASHES, settings).toList(),
                AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), null));
    }

    /** Before the password of a member is hashed who is signed in, or whose browser was: no stranger beside them takes anything from it. */
    public void countHashOf(StaffMember member) {
        count(StaffLimit.PASSWORD_HASHES_PER_MEMBER, member);
    }

    /** After a right password, so that a stranger who does not know it cannot use the member's up. */
    public void countSignIn(StaffMember member) {
        count(StaffLimit.SIGN_INS_PER_MEMBER, member);
    }

    private void count(StaffLimit limit, StaffMember member) {
        counting.spend(
                limit.buckets(settings, member.id()).toList(),
                AuditEntry.of(LimitAction.LIMITED, Actor.staff(member.id()), member.clinicId()));
    }
}
