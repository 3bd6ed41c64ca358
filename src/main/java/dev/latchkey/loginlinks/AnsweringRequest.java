package dev.latchkey.loginlinks;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.bounces.BounceReason;
import dev.latchkey.clients.Addressee;
import dev.latchkey.jobs.OneByOne;
import dev.latchkey.jobs.Queue;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.loginlinks.LoginRequest.Outcome;
import dev.latchkey.loginlinks.LoginRequest.UnsealedRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Answers a request by letter: with a link if the address is a client's, and otherwise by saying that the clinic has no such client. */
@ApplicationScoped
class AnsweringRequest implements Queue {

    private static final Logger LOG = Logger.getLogger(AnsweringRequest.class);

    /** After that the person no longer waits for a letter; and an address whose secret is gone is not tried for ever. */
    private static final Duration TOO_LATE_AFTER = Duration.ofDays(1);

    private final LoginRequests requests;
    private final SendingLink sending;
    private final TellingStranger telling;
    private final TellingPortalOff portalOff;
    private final LoginLimits limits;
    private final Audit audit;
    private final Clock clock;

    AnsweringRequest(
            LoginRequests requests,
            SendingLink sending,
            TellingStranger telling,
            TellingPortalOff portalOff,
            LoginLimits limits,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.sending = sending;
        this.telling = telling;
        this.portalOff = portalOff;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String table() {
        return "login_request";
    }

    @Override
    public Optional<String> formerJob() {
        return Optional.of("answer-login-request");
    }

    @Override
    public int batchSize() {
        return 50;
    }

    /** In one transaction, or each in its own where that fails. */
    @Override
    public Rest work(List<UUID> ids) {
        try {
            answer(ids);
            return Rest.NONE;
        } catch (RuntimeException e) {
            LOG.infof(
                    "%d requests are answered one by one: %s",
                    ids.size(), e.getClass().getName());
            return OneByOne.work(this, ids, this::answer);
        }
    }

    private void answer(List<UUID> ids) {
        for (var left = ids; !left.isEmpty(); ) {
            var next = left;
            left = requiringNew().call(() -> answerOnceEach(next));
        }
    }

    /** A letter that there is no room for leaves everything as it was, and the request answered by silence. */
    void answer(UUID id) {
        try {
            answer(List.of(id));
        } catch (Refusal tooManyLetters) {
            if (tooManyLetters.reason().kind() != Refusal.Kind.TOO_MANY) {
                throw tooManyLetters;
            }
            requiringNew().run(() -> inTime(List.of(id)).forEach(asked -> suppress(asked, "letter-limit")));
        }
    }

    /** One for each address, and names those that are left. */
    private List<UUID> answerOnceEach(List<UUID> ids) {
        var first = new LinkedHashMap<Addressee, UnsealedRequest>();
        var left = new ArrayList<UUID>();
        for (var asked : inTime(ids)) {
            if (first.putIfAbsent(asked.addressee(), asked) != null) {
                left.add(asked.request().id());
            }
        }
        settle(List.copyOf(first.values()));
        return left;
    }

    private List<UnsealedRequest> inTime(List<UUID> ids) {
        var now = clock.instant();
        var open = new ArrayList<UnsealedRequest>();
        for (var request : requests.findUnansweredAndLock(ids)) {
            if (request.wasRequestedBefore(now.minus(TOO_LATE_AFTER))) {
                audit.record(AuditEntry.of(LoginLinkAction.LOGIN_LINK_SUPPRESSED, Actor.system(), request.clinicId())
                        .because("too-late"));
                request.suppress("too-late", now);
            } else {
                open.add(requests.unseal(request));
            }
        }
        return open;
    }

    private void settle(List<UnsealedRequest> all) {
        if (all.isEmpty()) {
            return;
        }
        var bounced = sending.findBounced(all);
        bounced.forEach(asked -> suppress(asked, BounceReason.ADDRESS_BOUNCED.code()));
        var reached = without(bounced, all);
        var told = portalOff.tell(reached);
        told.forEach(asked -> suppress(asked, LoginReason.PORTAL_OFF.code()));
        var open = without(told, reached);
        var granted = limits.trySpendAnswers(open);
        without(granted, open).forEach(asked -> suppress(asked, LoginLimit.LOGIN_LINK_REQUESTS_PER_MAILBOX.code()));
        var sent = sending.send(granted);
        sent.forEach(asked -> asked.request().answer(Outcome.LINK_SENT, clock.instant()));
        without(sent, granted).forEach(this::tell);
    }

    private static List<UnsealedRequest> without(List<UnsealedRequest> some, List<UnsealedRequest> all) {
        return all.stream().filter(asked -> !some.contains(asked)).toList();
    }

    private void tell(UnsealedRequest asked) {
        if (telling.tell(asked.clinicId(), asked.typed())) {
            asked.request().answer(Outcome.NO_CLIENT_RECORD, clock.instant());
        } else {
            suppress(asked, "no-record-limit");
        }
    }

    private void suppress(UnsealedRequest asked, String why) {
        audit.record(AuditEntry.of(LoginLinkAction.LOGIN_LINK_SUPPRESSED, Actor.system(), asked.clinicId())
                .address(asked.typed())
                .because(why));
        asked.request().suppress(why, clock.instant());
    }
}
