package dev.latchkey.loginlinks;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clients.Clients;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.jobs.Job;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.loginlinks.LoginRequest.Outcome;
import dev.latchkey.mail.Letters;
import dev.latchkey.mail.NoClientRecordLetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

/** Answers a request by letter: with a link if the address is a client's, and otherwise by saying so, once a day. */
@ApplicationScoped
class AnsweringRequest implements Job {

    private static final Duration BETWEEN_NO_RECORD_LETTERS = Duration.ofHours(24);

    /** After that the person no longer waits for a letter; and an address whose secret is gone is not tried for ever. */
    private static final Duration TOO_LATE_AFTER = Duration.ofDays(1);

    private final LoginRequests requests;
    private final Clients clients;
    private final Clinics clinics;
    private final MintingLink minting;
    private final Letters letters;
    private final LoginLimits limits;
    private final InstallationSecret secret;
    private final Audit audit;
    private final Clock clock;

    AnsweringRequest(
            LoginRequests requests,
            Clients clients,
            Clinics clinics,
            MintingLink minting,
            Letters letters,
            LoginLimits limits,
            InstallationSecret secret,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.clients = clients;
        this.clinics = clinics;
        this.minting = minting;
        this.letters = letters;
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
        requests.findAndLock(requestId)
                .filter(request -> !request.isAnswered())
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
        minting.lock(request.clinicId(), typed.key());
        var known = clients.activeAt(request.clinicId(), typed.key());
        if (known.isEmpty()) {
            return sayThereIsNoRecord(request, typed);
        }
        var stored = known.get(0).email().orElseThrow();
        var link = minting.mint(clinics.get(request.clinicId()), stored, request);
        audit.record(noted(LoginLinkAction.LOGIN_LINK_SENT, request, stored).link(link.id()));
        return Outcome.LINK_SENT;
    }

    private Outcome sayThereIsNoRecord(LoginRequest request, EmailAddress typed) {
        var hashes = LoginRequest.addressHashes(typed, secret);
        var since = clock.instant().minus(BETWEEN_NO_RECORD_LETTERS);
        if (requests.wasToldOfNoRecord(hashes, since) || !limits.trySpendNoRecordLetter(request.clinicId(), typed)) {
            return suppress(request, typed, LoginLimit.NO_RECORD_LETTERS.code());
        }
        var clinic = clinics.get(request.clinicId());
        letters.queue(clinic.id(), typed, new NoClientRecordLetter(clinic.name(), clinic.bookingUrl()));
        audit.record(noted(LoginLinkAction.NO_CLIENT_RECORD, request, typed));
        return Outcome.NO_CLIENT_RECORD;
    }

    private Outcome suppress(LoginRequest request, EmailAddress typed, String why) {
        audit.record(
                noted(LoginLinkAction.LOGIN_LINK_SUPPRESSED, request, typed).because(why));
        return Outcome.SUPPRESSED;
    }

    private static AuditEntry noted(AuditAction act, LoginRequest request, EmailAddress address) {
        return AuditEntry.of(act, Actor.system(), request.clinicId()).address(address);
    }
}
