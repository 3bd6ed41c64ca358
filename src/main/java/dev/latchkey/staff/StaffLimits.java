package dev.latchkey.staff;

import dev.latchkey.access.Actor;
import dev.latchkey.access.AuditedAct;
import dev.latchkey.access.AuditedLimits;
import dev.latchkey.access.LimitHit;
import dev.latchkey.access.Occurrence;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.web.CallerAddress;
import dev.latchkey.web.Limit;
import dev.latchkey.web.Limit.Bucket;
import dev.latchkey.web.RateLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How much the staff's door bears. No guess counts against an address alone, for then anybody could lock a colleague out. */
@ApplicationScoped
class StaffLimits {

    private final AuditedLimits counting;
    private final RateLimits limits;
    private final CallerAddress caller;
    private final Settings settings;
    private final Event<LimitHit> hit;

    StaffLimits(
            AuditedLimits counting, RateLimits limits, CallerAddress caller, Settings settings, Event<LimitHit> hit) {
        this.counting = counting;
        this.limits = limits;
        this.caller = caller;
        this.settings = settings;
        this.hit = hit;
    }

    <T> T countingFailures(EmailAddress email, Supplier<T> act) {
        return countingFailures(wrongPasswords(email), act);
    }

    /**
     * Codes are counted for the password that led to them: else whoever knows it would guess from everywhere, a new token at a time. Nobody
     * who does not know it can use them up, and whoever is robbed of it begins anew with another one.
     */
    <T> T countingWrongCodes(StaffMember member, Supplier<T> act) {
        var behindPassword = of(
                settings.wrongCodesPerPassword(), "wrong codes behind a password", member.id() + member.passwordHash());
        return countingFailures(Stream.concat(wrongPasswords(member.email()), behindPassword), act);
    }

    /** Of a secret that came from us, and is nobody's in particular until it is known. */
    <T> T countingFailures(Supplier<T> act) {
        return countingFailures(wrongSecrets(), act);
    }

    private <T> T countingFailures(Stream<Bucket> buckets, Supplier<T> act) {
        return counting.countingFailures(buckets.toList(), refused("staff-failures"), act);
    }

    void countResetAsk() {
        counting.count(
                Stream.concat(
                                of(settings.resetAsksPerIp(), "reset asks from an address", caller.ip()),
                                of(settings.resetAsksPerNetwork(), "reset asks from a network", caller.network()))
                        .toList(),
                refused("reset-asks"));
    }

    private static Occurrence refused(String what) {
        return Occurrence.of(AuditedAct.LIMITED, Actor.visitor(), null).because(what);
    }

    boolean allowReset(EmailAddress typed) {
        var allowed = limits.haveRoom(of(settings.resetsPerEmail(), "resets for an e-mail", typed.key())
                .toList());
        if (!allowed) {
            hit.fire(new LimitHit("resets"));
        }
        return allowed;
    }

    private Stream<Bucket> wrongPasswords(EmailAddress email) {
        return Stream.concat(
                of(settings.failuresPerEmailAndIp(), "staff failures at an e-mail", email.key() + " " + caller.ip()),
                wrongSecrets());
    }

    private Stream<Bucket> wrongSecrets() {
        return of(settings.failuresPerIp(), "staff failures from an address", caller.ip());
    }

    private static Stream<Bucket> of(List<Limit> limits, String kind, Object whose) {
        return limits.stream().map(limit -> limit.of(kind, whose));
    }

    @ConfigMapping(prefix = "latchkey.staff.limits")
    interface Settings {

        /** Whoever guesses from elsewhere takes nothing from the member, who may be at home. */
        @WithDefault("10/15m")
        List<Limit> failuresPerEmailAndIp();

        @WithDefault("50/15m")
        List<Limit> failuresPerIp();

        @WithDefault("20/24h")
        List<Limit> wrongCodesPerPassword();

        @WithDefault("10/15m,50/24h")
        List<Limit> resetAsksPerIp();

        /** The /24 or /64 around it. */
        @WithDefault("60/15m")
        List<Limit> resetAsksPerNetwork();

        /** Beyond, nothing is sent and nothing cancelled: else anybody could keep somebody from ever using one. */
        @WithDefault("1/60s,5/1h,10/24h")
        List<Limit> resetsPerEmail();
    }
}
