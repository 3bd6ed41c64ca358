package dev.latchkey.loginlinks;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditedLimits;
import dev.latchkey.audit.LimitAction;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.ratelimit.CallerLimits;
import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.Limit.Bucket;
import dev.latchkey.ratelimit.RateLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The limits of sign-in by login link. A limit of a network refuses; a limit of an address stays silent, so that it says nothing about the address. */
@ApplicationScoped
public class LoginLimits {

    private static final Logger LOG = Logger.getLogger(LoginLimits.class);
    private static final Limit LISTINGS_ON_RECORD = new Limit(1, Duration.ofMinutes(10));

    private final AuditedLimits counting;
    private final RateLimits limits;
    private final CallerLimits callers;
    private final Settings settings;

    LoginLimits(AuditedLimits counting, RateLimits limits, CallerLimits callers, Settings settings) {
        this.counting = counting;
        this.limits = limits;
        this.callers = callers;
        this.settings = settings;
    }

    void countRequest() {
        var refused = AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), null).because("asks");
        var limits = new CallerLimits.Limits(settings.asksPerIp(), settings.asksPerNetwork(), settings.asksPerSite());
        counting.spend(callers.buckets("asks", limits).toList(), refused);
    }

    void countSending(StaffCaller staff, UUID clientId) {
        var refused = AuditEntry.of(LimitAction.LIMITED, staff.actor(), staff.clinicId())
                .client(clientId)
                .because("orders");
        counting.spend(
                Stream.concat(
                                buckets(settings.ordersPerStaffMember(), "orders by staff", staff.staffMemberId()),
                                buckets(
                                        settings.ordersPerClient(),
                                        "orders for a client",
                                        staff.clinicId() + " " + clientId))
                        .toList(),
                refused);
    }

    public void countSwitch(ClientCaller client) {
        var refused = AuditEntry.of(LimitAction.LIMITED, Actor.client(client.clientId()), client.clinicId())
                .session(client.sessionId())
                .because("switches");
        counting.spend(
                buckets(settings.switchesPerSession(), "switches of a session", client.sessionId())
                        .toList(),
                refused);
    }

    public <T> T countFailures(Supplier<T> act) {
        var refused = AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), null).because("failures");
        var limits = new CallerLimits.Limits(
                settings.failuresPerIp(), settings.failuresPerNetwork(), settings.failuresPerSite());
        return counting.countFailures(callers.buckets("failures", limits).toList(), refused, act);
    }

    boolean trySpendAnswer(UUID clinicId, EmailAddress typed) {
        return limits.trySpend(buckets(settings.asksPerMailbox(), "asks for a mailbox", clinicId + " " + typed.key())
                .toList());
    }

    /** Beyond, strangers who mistyped get no letter, and the operator should look who is asking. */
    boolean trySpendNoRecordLetter(UUID clinicId, EmailAddress typed) {
        var domain = typed.key().substring(typed.key().indexOf('@') + 1);
        var allowed = limits.trySpend(Stream.of(
                        buckets(settings.noRecordLettersPerDomain(), "no-record letters to a domain", domain),
                        buckets(settings.noRecordLettersPerClinic(), "no-record letters of a clinic", clinicId),
                        buckets(settings.noRecordLetters(), "no-record letters", "in all"))
                .flatMap(Function.identity())
                .toList());
        if (!allowed) {
            LOG.warnf(
                    "more addresses without a client record are asked for at clinic %s than letters may tell",
                    clinicId);
        }
        return allowed;
    }

    /** A page may ask again and again; the audit trail, from which nothing is taken out, need not say so each time. */
    public boolean trySpendListingRecord(ClientCaller client) {
        return limits.trySpend(List.of(LISTINGS_ON_RECORD.bucket("listings on record", client.sessionId())));
    }

    private static Stream<Bucket> buckets(List<Limit> limits, String kind, Object whose) {
        return limits.stream().map(limit -> limit.bucket(kind, whose));
    }

    @ConfigMapping(prefix = "latchkey.login.limits")
    interface Settings {

        @WithDefault("10/15m,50/24h")
        List<Limit> asksPerIp();

        @WithDefault("60/15m")
        List<Limit> asksPerNetwork();

        @WithDefault("240/15m")
        List<Limit> asksPerSite();

        /** Beyond, nothing is sent and nothing cancelled: otherwise a stranger could keep a client locked out. */
        @WithDefault("1/60s,5/1h,10/24h")
        List<Limit> asksPerMailbox();

        @WithDefault("20/1h")
        List<Limit> noRecordLettersPerDomain();

        @WithDefault("50/1h")
        List<Limit> noRecordLettersPerClinic();

        @WithDefault("100/1h")
        List<Limit> noRecordLetters();

        @WithDefault("30/1h")
        List<Limit> ordersPerStaffMember();

        @WithDefault("5/1h")
        List<Limit> ordersPerClient();

        @WithDefault("20/15m")
        List<Limit> failuresPerIp();

        @WithDefault("80/15m")
        List<Limit> failuresPerNetwork();

        @WithDefault("320/15m")
        List<Limit> failuresPerSite();

        /** Each signs a token and is put on record for good. */
        @WithDefault("30/15m")
        List<Limit> switchesPerSession();
    }
}
