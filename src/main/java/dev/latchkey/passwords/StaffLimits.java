package dev.latchkey.passwords;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditedLimits;
import dev.latchkey.audit.LimitAction;
import dev.latchkey.http.WebReason;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.ratelimit.CallerLimits;
import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.Limit.Bucket;
import dev.latchkey.ratelimit.LimitHit;
import dev.latchkey.ratelimit.RateLimits;
import dev.latchkey.staff.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The limits of staff sign-in. Strangers to an account share its tries and those of the networks they come from; a browser that was in
 * before, or holds a session, has its own and counts nowhere else, so that no stranger can lock a member out of it.
 */
@ApplicationScoped
public class StaffLimits {

    private final AuditedLimits counting;
    private final RateLimits limits;
    private final CallerLimits callers;
    private final StaffLimitSettings settings;
    private final ReportingGuesses reporting;
    private final Event<LimitHit> hit;

    StaffLimits(
            AuditedLimits counting,
            RateLimits limits,
            CallerLimits callers,
            StaffLimitSettings settings,
            ReportingGuesses reporting,
            Event<LimitHit> hit) {
        this.counting = counting;
        this.limits = limits;
        this.callers = callers;
        this.settings = settings;
        this.reporting = reporting;
        this.hit = hit;
    }

    /** @param device that was signed in with this e-mail before */
    public <T> T countWrongPasswords(EmailAddress email, Optional<DeviceToken> device, Supplier<T> act) {
        return device.isPresent()
                ? countFailures(triesOf(device.get()), act)
                : countFailures(wrongPasswords(email), () -> countStrangers(email, act));
    }

    /** The caller holds a session. They came in with a password, and are no stranger. */
    <T> T countWrongPasswords(StaffCaller caller, Supplier<T> act) {
        return countFailures(triesOf(caller), act);
    }

    /** Beside the networks', for guesses come from many networks in turn. An e-mail without a member is counted alike. */
    private <T> T countStrangers(EmailAddress email, Supplier<T> act) {
        var strangers = buckets(settings.failuresPerAccount(), "strangers' failures at an e-mail", email.key());
        var refused = refused("staff-strangers").address(email);
        var hadRoom = new AtomicBoolean(); // the act has limits of its own, which tell of no guesses
        try {
            return counting.countFailures(strangers.toList(), refused, () -> {
                hadRoom.set(true);
                return act.get();
            });
        } catch (Refusal refusal) {
            if (hadRoom.get() || refusal.reason() != WebReason.TOO_MANY_REQUESTS) {
                throw refusal;
            }
            reporting.report(email);
            throw refusal.retryAfter()
                    .map(PasswordReason.TOO_MANY_STRANGERS::refusal)
                    .orElse(refusal);
        }
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
    public <T> T countFailures(Supplier<T> act) {
        return countFailures(wrongSecrets(), act);
    }

    private <T> T countFailures(Stream<Bucket> buckets, Supplier<T> act) {
        return counting.countFailures(buckets.toList(), refused("staff-failures"), act);
    }

    public void countResetRequest() {
        var asks = new CallerLimits.Limits(
                settings.resetAsksPerIp(), settings.resetAsksPerNetwork(), settings.resetAsksPerSite());
        counting.spend(callers.buckets("reset asks", asks).toList(), refused("reset-asks"));
    }

    private static AuditEntry refused(String what) {
        return AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), null).because(what);
    }

    public boolean trySpendReset(EmailAddress typed) {
        var allowed = limits.trySpend(buckets(settings.resetsPerEmail(), "resets for an e-mail", typed.key())
                .toList());
        if (!allowed) {
            hit.fire(new LimitHit("resets"));
        }
        return allowed;
    }

    private Stream<Bucket> triesOf(DeviceToken device) {
        return buckets(settings.failuresPerDevice(), "staff failures of a device", device.nonce());
    }

    private Stream<Bucket> triesOf(StaffCaller caller) {
        return buckets(settings.failuresPerDevice(), "staff failures of a session", caller.sessionId());
    }

    private Stream<Bucket> codes(StaffMember member) {
        return Stream.concat(codesBehindPassword(member), codesOf(member));
    }

    private Stream<Bucket> codesOf(StaffMember member) {
        return buckets(settings.wrongCodesPerMember(), "wrong codes of a member", member.id());
    }

    private Stream<Bucket> codesBehindPassword(StaffMember member) {
        return buckets(
                settings.wrongCodesPerPassword(), "wrong codes behind a password", member.id() + member.passwordHash());
    }

    private Stream<Bucket> wrongPasswords(EmailAddress email) {
        var atEmail = new CallerLimits.Limits(
                settings.failuresPerEmailAndIp(),
                settings.failuresPerEmailAndNetwork(),
                settings.failuresPerEmailAndSite());
        return Stream.concat(callers.buckets("staff failures at an e-mail", atEmail, email.key()), wrongSecrets());
    }

    private Stream<Bucket> wrongSecrets() {
        var failures = new CallerLimits.Limits(
                settings.failuresPerIp(), settings.failuresPerNetwork(), settings.failuresPerSite());
        return callers.buckets("staff failures", failures);
    }

    private static Stream<Bucket> buckets(List<Limit> limits, String kind, Object whose) {
        return limits.stream().map(limit -> limit.bucket(kind, whose));
    }
}
