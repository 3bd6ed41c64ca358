package dev.latchkey.staffsignin;

import dev.latchkey.jobs.BackgroundWork;
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
    private final BackgroundWork work;
    private final InstallationSecret secret;
    private final Clock clock;

    RequestingReset(
            PasswordResetRequests requests,
            AnsweringResetRequest answering,
            BackgroundWork work,
            InstallationSecret secret,
            Clock clock) {
        this.requests = requests;
        this.answering = answering;
        this.work = work;
        this.secret = secret;
        this.clock = clock;
    }

    @Transactional
    void requestReset(EmailAddress typed) {
        var request = new PasswordResetRequest(typed, secret, clock.instant());
        requests.persist(request);
        work.schedule(answering, request.id());
    }
}
