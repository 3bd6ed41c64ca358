package dev.latchkey.loginlinks;

import static java.util.Comparator.comparing;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditedLimits;
import dev.latchkey.audit.LimitAction;
import dev.latchkey.clients.Addressee;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.loginlinks.LoginRequest.UnsealedRequest;
import dev.latchkey.ratelimit.CallerLimits;
import dev.latchkey.ratelimit.Limit.Bucket;
import dev.latchkey.ratelimit.RateLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Counts by {@link LoginLimit}. A limit of a network refuses; a limit of an address stays silent, so that it says nothing about the address. */
@ApplicationScoped
public class LoginLimits {

    private static final Logger LOG = Logger.getLogger(LoginLimits.class);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final AuditedLimits counting;
    private final RateLimits limits;
    private final CallerLimits callers;
    private final LoginLimit.Settings settings;

    LoginLimits(AuditedLimits counting, RateLimits limits, CallerLimits callers, LoginLimit.Settings settings) {
        this.counting = counting;
        this.limits = limits;
        this.callers = callers;
        this.settings = settings;
    }

    public void countSending(StaffCaller staff, UUID clientId) {
        counting.spend(
                Stream.concat(
                                LoginLimit.LOGIN_LINK_SENDINGS_PER_STAFF_MEMBER.buckets(
                                        settings, staff.staffMemberId()),
                                LoginLimit.LOGIN_LINK_SENDINGS_PER_CLIENT.buckets(
                                        settings, staff.clinicId() + " " + clientId))
                        .toList(),
                AuditEntry.of(LimitAction.LIMITED, staff.actor(), staff.clinicId())
                        .client(clientId));
    }

    public void countSwitch(ClientCaller client) {
        counting.spend(
                LoginLimit.PROFILE_SWITCHES_PER_SESSION
                        .buckets(settings, client.sessionId())
                        .toList(),
                AuditEntry.of(LimitAction.LIMITED, Actor.client(client.clientId()), client.clinicId())
                        .session(client.sessionId()));
    }

    /** Of six digits, which can be guessed. */
    public <T> T countWrongCodes(Supplier<T> act) {
        return counting.countFailures(failures(), AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), null), act);
    }

    /**
     * Of the token of a link or of a profile choice, which has 256 bits: a right one is not counted, and not refused for what others guess. A
     * wrong one is counted in the caller's transaction, before it is put on record, so that no caller can fill the audit trail. The transaction
     * must commit when it refuses too.
     *
     * @return the same reason, to be thrown
     */
    public LoginReason countWrongSecret(LoginReason why) {
        counting.spendInTransaction(failures(), AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), null));
        return why;
    }

    /**
     * Counts an answer to the second question before it is judged, so that no number of answers at once gets past. In the caller's transaction,
     * which must commit when it refuses too: until it ends, other answers from this mailbox wait.
     */
    public void spendSecondAnswer(LoginLink link) {
        try {
            counting.spendInTransaction(
                    secondAnswers(link),
                    AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), link.clinicId())
                            .link(link.id()));
        } catch (Refusal full) {
            throw LoginReason.SECOND_ANSWERS_USED_UP.refusal(full.retryAfter().orElseThrow());
        }
    }

    /** It was right. */
    public void refundSecondAnswer(LoginLink link) {
        limits.refundInTransaction(secondAnswers(link));
    }

    /** How long no answer from a mailbox is judged, because enough were wrong; empty if one would be now. */
    public Optional<Duration> findSecondAnswerWait(Addressee mailbox) {
        return limits.findWait(secondAnswers(mailbox));
    }

    private List<Bucket> secondAnswers(LoginLink link) {
        return secondAnswers(new Addressee(link.clinicId(), link.address().key()));
    }

    private List<Bucket> secondAnswers(Addressee mailbox) {
        return LoginLimit.SECOND_ANSWER_FAILURES_PER_MAILBOX
                .buckets(settings, mailbox(mailbox))
                .toList();
    }

    private List<Bucket> failures() {
        return callers.buckets(LoginLimit.LOGIN_FAILURES, settings).toList();
    }

    /** Which of them may be answered. */
    List<UnsealedRequest> trySpendAnswers(List<UnsealedRequest> all) {
        var inOrder = all.stream()
                .sorted(comparing(asked -> mailbox(asked.addressee())))
                .toList();
        var granted = limits.trySpendEach(inOrder.stream()
                .map(asked -> LoginLimit.LOGIN_LINK_REQUESTS_PER_MAILBOX
                        .buckets(settings, mailbox(asked.addressee()))
                        .toList())
                .toList());
        return IntStream.range(0, inOrder.size())
                .filter(granted::get)
                .mapToObj(inOrder::get)
                .toList();
    }

    /** How long a mailbox gets no further link, because enough were asked for; empty if it would get one now. */
    public Optional<Duration> findWait(Addressee mailbox) {
        return limits.findWait(LoginLimit.LOGIN_LINK_REQUESTS_PER_MAILBOX
                .buckets(settings, mailbox(mailbox))
                .toList());
    }

    private static String mailbox(Addressee addressee) {
        return addressee.clinicId() + " " + addressee.addressKey();
    }

    /** Beyond, strangers who mistyped get no letter, and the operator should look who is asking. */
    boolean trySpendNoRecordLetter(UUID clinicId, EmailAddress typed) {
        var domain = typed.key().substring(typed.key().indexOf('@') + 1);
        var allowed = limits.trySpend(Stream.of(
                        LoginLimit.NO_RECORD_LETTERS_PER_DOMAIN.buckets(settings, domain),
                        LoginLimit.NO_RECORD_LETTERS_PER_CLINIC.buckets(settings, clinicId),
                        LoginLimit.NO_RECORD_LETTERS.buckets(settings, "in all"))
                .flatMap(buckets -> buckets)
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
        return limits.trySpendOnce("listings on record", TEN_MINUTES, client.sessionId());
    }
}
