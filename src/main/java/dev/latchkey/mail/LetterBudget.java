package dev.latchkey.mail;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.ratelimit.CallerLimits;
import dev.latchkey.ratelimit.Limit.Bucket;
import dev.latchkey.ratelimit.RateLimits;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
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

    private final RateLimits limits;
    private final CallerLimits callers;
    private final SecurityIdentity identity;
    private final LetterLimit.Settings settings;

    LetterBudget(RateLimits limits, CallerLimits callers, SecurityIdentity identity, LetterLimit.Settings settings) {
        this.limits = limits;
        this.callers = callers;
        this.identity = identity;
        this.settings = settings;
    }

    /** In the transaction of the letter: one that is not sent has used up nothing. */
    void spend(UUID clinicId, EmailAddress recipient, LetterContent content) {
        var isSent = callers.isRequest() && isSignedIn();
        var cause = cause(content, isSent);
        try {
            limits.spendInTransaction(Stream.of(
                            inAll(cause),
                            LetterLimit.LETTERS_PER_CLINIC.buckets(settings, cause + clinicId),
                            callers.isRequest() ? sender(cause, isSent) : Stream.<Bucket>empty(),
                            LetterLimit.LETTERS_PER_MAILBOX_IN_ALL.buckets(settings, cause + recipient.key()),
                            LetterLimit.LETTERS_PER_MAILBOX.buckets(settings, cause + clinicId + " " + recipient.key()))
                    .flatMap(buckets -> buckets)
                    .toList());
        } catch (Refusal full) {
            LOG.warnf("clinic %s has no letter left for now, or the caller, or the mailbox", clinicId);
            throw full;
        }
    }

    private static String cause(LetterContent content, boolean isSent) {
        if (content.isToStranger()) {
            return "to strangers: ";
        }
        return isSent ? "sent: " : "requested: ";
    }

    /** Any row, for each has its part of the whole. A transaction sends one letter, and never waits for a second row. */
    private Stream<Bucket> inAll(String cause) {
        var row = ThreadLocalRandom.current().nextInt(LetterLimit.ROWS_IN_ALL);
        return LetterLimit.LETTERS_IN_ALL.buckets(settings, cause + row);
    }

    private Stream<Bucket> sender(String cause, boolean isSent) {
        return isSent
                ? LetterLimit.LETTERS_PER_SENDER.buckets(
                        settings, cause + identity.getPrincipal().getName())
                : callers.buckets(LetterLimit.LETTERS_REQUESTED, settings, cause);
    }

    /** On a public endpoint the token has not been verified yet, and a bad one is no reason to send no letter. */
    private boolean isSignedIn() {
        try {
            return !identity.isAnonymous();
        } catch (SecurityException unverified) {
            return false;
        }
    }

    /** A notice must not prevent the act that it reports: beyond its limit it is left out. */
    boolean trySpendNotice(EmailAddress recipient) {
        return limits.trySpend(LetterLimit.NOTICES_PER_MAILBOX
                .buckets(settings, recipient.key())
                .toList());
    }
}
