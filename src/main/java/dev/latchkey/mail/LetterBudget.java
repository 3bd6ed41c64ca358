package dev.latchkey.mail;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.ratelimit.CallerLimits;
import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.Limit.Bucket;
import dev.latchkey.ratelimit.RateLimits;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * How many letters of any kind leave us: to one mailbox, because of one sender, for one clinic and in all. What strangers cause, who are not
 * signed in, is counted apart from what staff send, so that they cannot use up what a clinic needs to help its clients; and letters to
 * strangers apart from both, so that they cannot use up the links and resets of a mailbox.
 */
@ApplicationScoped
class LetterBudget {

    private static final Logger LOG = Logger.getLogger(LetterBudget.class);

    /** The row of a count is locked until the letter's transaction ends, and all letters of all clinics would wait for one. */
    private static final int ROWS_IN_ALL = 16;

    private final RateLimits limits;
    private final CallerLimits callers;
    private final SecurityIdentity identity;
    private final Settings settings;
    private final Event<LetterRefused> refused;

    LetterBudget(
            RateLimits limits,
            CallerLimits callers,
            SecurityIdentity identity,
            Settings settings,
            Event<LetterRefused> refused) {
        this.limits = limits;
        this.callers = callers;
        this.identity = identity;
        this.settings = settings;
        this.refused = refused;
    }

    /** In the transaction of the letter: one that is not sent has used up nothing. */
    void spend(UUID clinicId, EmailAddress recipient, LetterContent content) {
        var isSent = callers.isRequest() && isSignedIn();
        // By their names, which the widest come first in: so that no two letters of two transactions wait for each
        // other.
        var cause = cause(content, isSent);
        var sender = callers.isRequest() ? sender(cause + "3 by", isSent) : Stream.<Bucket>empty();
        try {
            limits.spendInTransaction(Stream.of(
                            inAll(cause),
                            buckets(settings.perClinic(), cause + "2 of a clinic", clinicId),
                            sender,
                            buckets(settings.perMailboxInAll(), cause + "4 to a mailbox", recipient.key()),
                            buckets(
                                    settings.perMailbox(),
                                    cause + "5 of a clinic to it",
                                    clinicId + " " + recipient.key()))
                    .flatMap(buckets -> buckets)
                    .toList());
        } catch (Refusal full) {
            LOG.warnf("clinic %s has no letter left for now, or the caller, or the mailbox", clinicId);
            refused.fire(new LetterRefused(clinicId));
            throw full;
        }
    }

    private static String cause(LetterContent content, boolean isSent) {
        if (content instanceof NoClientRecordLetter) {
            return "letters to strangers: ";
        }
        return isSent ? "letters sent: " : "letters asked for: ";
    }

    /** Any row, for each has its part of the whole. A transaction sends one letter, and never waits for a second row. */
    private Stream<Bucket> inAll(String cause) {
        var row = ThreadLocalRandom.current().nextInt(ROWS_IN_ALL);
        return settings.inAll().stream()
                .map(limit -> new Limit((limit.count() + ROWS_IN_ALL - 1) / ROWS_IN_ALL, limit.window()))
                .map(limit -> limit.bucket(cause + "1 in all", row));
    }

    /** A notice must not prevent the act that it reports: beyond its limit it is left out. */
    boolean trySpendNotice(EmailAddress recipient) {
        return limits.trySpend(buckets(settings.noticesPerMailbox(), "notices to a mailbox", recipient.key())
                .toList());
    }

    /** On a public endpoint the token has not been verified yet, and a bad one is no reason to send no letter. */
    private boolean isSignedIn() {
        try {
            return !identity.isAnonymous();
        } catch (SecurityException unverified) {
            return false;
        }
    }

    private Stream<Bucket> sender(String kind, boolean isSent) {
        return isSent
                ? buckets(settings.perSender(), kind, identity.getPrincipal().getName())
                : callers.buckets(
                        kind,
                        new CallerLimits.Limits(
                                settings.perSender(), settings.perSenderNetwork(), settings.perSenderSite()));
    }

    private static Stream<Bucket> buckets(List<Limit> limits, String kind, Object whose) {
        return limits.stream().map(limit -> limit.bucket(kind, whose));
    }

    @ConfigMapping(prefix = "latchkey.mail.limits")
    interface Settings {

        /** For each clinic, so that none uses up what another has. */
        @WithDefault("10/1h,30/24h")
        List<Limit> perMailbox();

        /** For all clinics together. */
        @WithDefault("30/1h,100/24h")
        List<Limit> perMailboxInAll();

        /** A staff member, the operator, or the address of a caller who has not signed in. */
        @WithDefault("100/1h")
        List<Limit> perSender();

        @WithDefault("200/1h")
        List<Limit> perSenderNetwork();

        @WithDefault("400/1h")
        List<Limit> perSenderSite();

        @WithDefault("1000/1h")
        List<Limit> perClinic();

        @WithDefault("10000/1h")
        List<Limit> inAll();

        @WithDefault("10/1h")
        List<Limit> noticesPerMailbox();
    }
}
