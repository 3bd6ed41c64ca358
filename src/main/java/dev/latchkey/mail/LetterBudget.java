package dev.latchkey.mail;

import static java.util.stream.Collectors.joining;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.ratelimit.CallerLimits;
import dev.latchkey.ratelimit.Limit.Bucket;
import dev.latchkey.ratelimit.RateLimits;
import dev.latchkey.ratelimit.RateLimits.Pace;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * How many letters of any kind leave us: to one mailbox, because of one sender, for one clinic and in all. What strangers cause, who are not
 * signed in, is counted apart from what staff send, so that they cannot use up what a clinic needs to help its clients; so is what staff send to
 * many at once; and letters to strangers apart from all these, so that they cannot use up the links and resets of a mailbox.
 */
@ApplicationScoped
class LetterBudget {

    private static final Logger LOG = Logger.getLogger(LetterBudget.class);

    private static final String BULK = "bulk: ";

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

    /** In the transaction of the letters: one that is not sent has used up nothing. */
    void spend(List<NewLetter> letters) {
        var isSent = callers.isRequest() && isSignedIn();
        try {
            limits.spendInTransaction(letters.stream()
                    .flatMap(letter -> buckets(letter, cause(letter, isSent), isSent))
                    .toList());
        } catch (Refusal full) {
            if (!letters.get(0).isBulk()) { // which is sent as soon as there is room
                LOG.warnf("clinic %s has no letter left for now, or the caller, or a mailbox", clinics(letters));
            }
            throw full;
        }
    }

    private static String cause(NewLetter letter, boolean isSent) {
        if (letter.content().isToStranger()) {
            return "to strangers: ";
        }
        if (letter.isBulk()) {
            return BULK;
        }
        return isSent ? "sent: " : "requested: ";
    }

    /** The count of all letters has many rows, of which each letter takes any. */
    private Stream<Bucket> buckets(NewLetter letter, String cause, boolean isSent) {
        var row = ThreadLocalRandom.current().nextInt(LetterLimit.ROWS_IN_ALL);
        var mailbox = letter.recipient().key();
        return Stream.of(
                        LetterLimit.LETTERS_IN_ALL.buckets(settings, cause + row),
                        (letter.isBulk() ? LetterLimit.BULK_LETTERS_PER_CLINIC : LetterLimit.LETTERS_PER_CLINIC)
                                .buckets(settings, cause + letter.clinicId()),
                        callers.isRequest() ? sender(cause, isSent) : Stream.<Bucket>empty(),
                        LetterLimit.LETTERS_PER_MAILBOX_IN_ALL.buckets(settings, cause + mailbox),
                        LetterLimit.LETTERS_PER_MAILBOX.buckets(settings, cause + letter.clinicId() + " " + mailbox))
                .flatMap(buckets -> buckets);
    }

    private Stream<Bucket> sender(String cause, boolean isSent) {
        return isSent
                ? LetterLimit.LETTERS_PER_SENDER.buckets(
                        settings, cause + identity.getPrincipal().getName())
                : callers.buckets(LetterLimit.LETTERS_REQUESTED, settings, cause);
    }

    private static String clinics(List<NewLetter> letters) {
        return letters.stream()
                .map(letter -> letter.clinicId().toString())
                .distinct()
                .collect(joining(" or "));
    }

    /** On a public endpoint the token has not been verified yet, and a bad one is no reason to send no letter. */
    private boolean isSignedIn() {
        try {
            return !identity.isAnonymous();
        } catch (SecurityException unverified) {
            return false;
        }
    }

    /** When the clinic has room for each of many letters: first for as many as there is room for now, and then for one after the other. */
    List<Pace> findBulkPace(UUID clinicId) {
        return LetterLimit.BULK_LETTERS_PER_CLINIC
                .buckets(settings, BULK + clinicId)
                .map(limits::findPace)
                .toList();
    }

    /** A notice must not prevent the act that it reports: beyond its limit it is left out. */
    boolean trySpendNotice(EmailAddress recipient) {
        return limits.trySpend(LetterLimit.NOTICES_PER_MAILBOX
                .buckets(settings, recipient.key())
                .toList());
    }
}
