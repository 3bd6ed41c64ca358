package dev.latchkey.passwords;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditedLimits;
import dev.latchkey.audit.LimitAction;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.ratelimit.CallerLimits;
import dev.latchkey.ratelimit.Limit.Bucket;
import dev.latchkey.staff.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How many wrong passwords and codes staff may show. Strangers to an account share its tries and those of the networks they come from; a
 * browser that was in before, or holds a session, has its own and counts nowhere else, so that no stranger can lock a member out of it.
 */
@ApplicationScoped
public class StaffLimits {

    private final AuditedLimits counting;
    private final CallerLimits callers;
    private final StrangerLimits strangers;
    private final StaffLimit.Settings settings;

    StaffLimits(AuditedLimits counting, CallerLimits callers, StrangerLimits strangers, StaffLimit.Settings settings) {
        this.counting = counting;
        this.callers = callers;
        this.strangers = strangers;
        this.settings = settings;
    }

    /** @param device that was signed in with this e-mail before */
    public <T> T countWrongPasswords(EmailAddress email, Optional<DeviceToken> device, Supplier<T> act) {
        return device.isPresent()
                ? countFailures(triesOf(device.get()), act)
                : countFailures(wrongPasswords(email), () -> strangers.countFailures(email, act));
    }

    /** The caller holds a session. They came in with a password, and are no stranger. */
    <T> T countWrongPasswords(StaffCaller caller, Supplier<T> act) {
        return countFailures(triesOf(caller), act);
    }

    /**
     * Codes are counted for the password that led to them: else a thief of it would guess from everywhere, a new token at a time. A
     * stranger without it cannot use them up, and a member who has lost it starts over with another one. Those of one member are
     * bounded in all, for a thief of a password can also set new ones.
     */
    public <T> T countWrongCodes(StaffMember member, Optional<DeviceToken> device, Supplier<T> act) {
        return device.isPresent()
                ? countFailures(Stream.concat(triesOf(device.get()), codesOf(member)), act)
                : countFailures(Stream.concat(wrongPasswords(member.email()), codes(member)), act);
    }

    public <T> T countWrongCodes(StaffMember member, StaffCaller caller, Supplier<T> act) {
        return countFailures(Stream.concat(triesOf(caller), codes(member)), act);
    }

    /** Of a secret that came from us. Whose it is, is unknown until it is verified. */
    public <T> T countWrongSecrets(Supplier<T> act) {
        return counting.countWrongSecrets(
                wrongSecrets().toList(), AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), null), act);
    }

    private <T> T countFailures(Stream<Bucket> buckets, Supplier<T> act) {
        return counting.countFailures(buckets.toList(), AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), null), act);
    }

    private Stream<Bucket> triesOf(DeviceToken device) {
        return StaffLimit.STAFF_FAILURES_PER_DEVICE.buckets(settings, "device " + device.nonce());
    }

    private Stream<Bucket> triesOf(StaffCaller caller) {
        return StaffLimit.STAFF_FAILURES_PER_DEVICE.buckets(settings, "session " + caller.sessionId());
    }

    private Stream<Bucket> codes(StaffMember member) {
        return Stream.concat(
                StaffLimit.WRONG_CODES_PER_PASSWORD.buckets(settings, member.id() + member.passwordHash()),
                codesOf(member));
    }

    private Stream<Bucket> codesOf(StaffMember member) {
        return StaffLimit.WRONG_CODES_PER_MEMBER.buckets(settings, member.id());
    }

    private Stream<Bucket> wrongPasswords(EmailAddress email) {
        return Stream.concat(
                callers.buckets(StaffLimit.STAFF_FAILURES_PER_EMAIL, settings, email.key()), wrongSecrets());
    }

    private Stream<Bucket> wrongSecrets() {
        return callers.buckets(StaffLimit.STAFF_FAILURES, settings);
    }
}
