package dev.latchkey.login;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.Session;
import dev.latchkey.access.Sessions;
import dev.latchkey.access.WholeClinic;
import dev.latchkey.clients.Client;
import dev.latchkey.clients.Clients;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.login.RedeemingLink.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Goes on as another profile of the same mailbox, in the same session: no new login, and no later end. */
@ApplicationScoped
class SwitchingProfile {

    private final Sessions sessions;
    private final LoginLinks links;
    private final Clients clients;
    private final WholeClinic clinic;
    private final Clock clock;

    SwitchingProfile(Sessions sessions, LoginLinks links, Clients clients, WholeClinic clinic, Clock clock) {
        this.sessions = sessions;
        this.links = links;
        this.clients = clients;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Whom the mailbox that the link of this session was sent to reaches now. */
    @Transactional
    List<Client> choices(ClientCaller caller) {
        clinic.isShown();
        return clients.activeAt(
                caller.clinicId(), mailbox(sessions.current(caller)).key());
    }

    @Transactional
    SignedIn to(ClientCaller caller, UUID profileId) {
        clinic.isShown();
        var session = sessions.current(caller);
        var profile = clients.enteringAt(caller.clinicId(), mailbox(session).key()).stream()
                .filter(choice -> choice.id().equals(profileId))
                .findFirst()
                .orElseThrow(LoginReason.PROFILE_NOT_FOUND::refusal);
        sessions.lock(session);
        session.switchTo(profile.id(), clock.instant());
        return new SignedIn(profile, session);
    }

    private EmailAddress mailbox(Session session) {
        return links.findById(Objects.requireNonNull(session.loginLinkId())).address();
    }
}
