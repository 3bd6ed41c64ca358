package dev.latchkey.staffsignin;

import dev.latchkey.jobs.Queues;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Records the request, and leaves the rest to a worker. Never looks at members: its time must not depend on them. */
@ApplicationScoped
class RequestingReset {

    private final PasswordResetRequests requests;
    private final AnsweringResetRequest answering;
    private final Queues queues;
    private final InstallationSecret secret;
    private final Clock clock;

    RequestingReset(
            PasswordResetRequests requests,
            AnsweringResetRequest answering,
            Queues queues,
            InstallationSecret secret,
            Clock clock) {
        this.requests = requests;
        this.answering = answering;
        this.queues = queues;
        this.secret = secret;
        this.clock = clock;
    }

    @Transactional
    void requestReset(EmailAddress typed) {
        var request = new PasswordResetRequest(typed, secret, clock.instant());
        requests.persist(request);
        queues.wake(answering);
    }
}
