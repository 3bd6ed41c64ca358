package dev.latchkey.loginlinks;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.jobs.Job;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.loginlinks.LoginRequest.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

/** Answers a request by letter: with a link if the address is a client's, and otherwise by saying that the clinic has no such client. */
@ApplicationScoped
class AnsweringRequest implements Job {

    /** After that the person no longer waits for a letter; and an address whose secret is gone is not tried for ever. */
    private static final Duration TOO_LATE_AFTER = Duration.ofDays(1);

    private final LoginRequests requests;
    private final SendingLink sending;
    private final TellingStranger telling;
    private final LoginLimits limits;
    private final InstallationSecret secret;
    private final Audit audit;
    private final Clock clock;

    AnsweringRequest(
            LoginRequests requests,
            SendingLink sending,
            TellingStranger telling,
            LoginLimits limits,
            InstallationSecret secret,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.sending = sending;
        this.telling = telling;
        this.limits = limits;
        this.secret = secret;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "answer-login-request";
    }

    /** A letter that there is no room for leaves everything as it was, and the request answered by silence. */
    @Override
    public void run(UUID requestId) {
        try {
            requiringNew().run(() -> settle(requestId, this::answer));
        } catch (Refusal tooManyLetters) {
            if (tooManyLetters.reason().kind() != Refusal.Kind.TOO_MANY) {
                throw tooManyLetters;
            }
            requiringNew()
                    .run(() -> settle(requestId, request -> suppress(request, request.typed(secret), "letter-limit")));
        }
    }

    private void settle(UUID requestId, Function<LoginRequest, Outcome> answer) {
        requests.findUnansweredAndLock(requestId)
                .ifPresent(request -> request.answer(answer.apply(request), clock.instant()));
    }

    private Outcome answer(LoginRequest request) {
        if (request.wasRequestedBefore(clock.instant().minus(TOO_LATE_AFTER))) {
            audit.record(AuditEntry.of(LoginLinkAction.LOGIN_LINK_SUPPRESSED, Actor.system(), request.clinicId())
                    .because("too-late"));
            return Outcome.SUPPRESSED;
        }
        var typed = request.typed(secret);
        if (!limits.trySpendAnswer(request.clinicId(), typed)) {
            return suppress(request, typed, LoginLimit.LOGIN_LINK_REQUESTS_PER_MAILBOX.code());
        }
        if (sending.send(request, typed)) {
            return Outcome.LINK_SENT;
        }
        return telling.tell(request.clinicId(), typed)
                ? Outcome.NO_CLIENT_RECORD
                : suppress(request, typed, "no-record-limit");
    }

    private Outcome suppress(LoginRequest request, EmailAddress typed, String why) {
        audit.record(AuditEntry.of(LoginLinkAction.LOGIN_LINK_SUPPRESSED, Actor.system(), request.clinicId())
                .address(typed)
                .because(why));
        return Outcome.SUPPRESSED;
    }
}
