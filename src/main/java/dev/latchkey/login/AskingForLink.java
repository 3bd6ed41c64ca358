package dev.latchkey.login;

import dev.latchkey.clinics.Clinic;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.work.BackgroundWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Notes that somebody asked, and leaves the rest to a worker. Never looks at clients: its time must not depend on them. */
@ApplicationScoped
class AskingForLink {

    private final LoginRequests requests;
    private final AnsweringRequest answering;
    private final BackgroundWork work;
    private final InstallationSecret secret;
    private final Clock clock;

    AskingForLink(
            LoginRequests requests,
            AnsweringRequest answering,
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
    LoginRequest at(Clinic clinic, EmailAddress typed) {
        var request = new LoginRequest(clinic.id(), typed, secret, clock.instant());
        requests.persist(request);
        work.schedule(answering, request.id());
        return request;
    }
}
