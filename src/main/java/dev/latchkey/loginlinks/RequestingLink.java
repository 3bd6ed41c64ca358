package dev.latchkey.loginlinks;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.jobs.Queues;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;

/** Records the request, and leaves the rest to a worker. Never looks at clients: its time must not depend on them. */
@ApplicationScoped
class RequestingLink {

    private final LoginRequests requests;
    private final LoginLinks links;
    private final AnsweringRequest answering;
    private final Queues queues;
    private final InstallationSecret secret;
    private final Audit audit;
    private final Clock clock;

    RequestingLink(
            LoginRequests requests,
            LoginLinks links,
            AnsweringRequest answering,
            Queues queues,
            InstallationSecret secret,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.links = links;
        this.answering = answering;
        this.queues = queues;
        this.secret = secret;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    <A> A requestLink(UUID clinicId, EmailAddress typed, Function<LoginRequest, A> answer) {
        var request = new LoginRequest(clinicId, typed, secret, clock.instant());
        requests.persist(request);
        audit.record(AuditEntry.of(LoginLinkAction.LOGIN_LINK_REQUESTED, Actor.visitor(), clinicId)
                .address(typed));
        queues.wake(answering);
        return answer.apply(request);
    }

    /** For the holder of a dead link. The new one goes to the mailbox that the old one was sent to. */
    @Transactional
    <A> A renewLink(Secret token, Function<LoginRequest, A> answer) {
        var link = links.find(token).orElseThrow(LoginReason.LOGIN_LINK_UNKNOWN::refusal);
        return requestLink(link.clinicId(), link.address(), answer);
    }
}
