package dev.latchkey.login;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditedAct;
import dev.latchkey.audit.Occurrence;
import dev.latchkey.clients.Client;
import dev.latchkey.clients.Clients;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.login.RedeemingLink.SignedIn;
import dev.latchkey.loginlinks.LoginLimits;
import dev.latchkey.loginlinks.LoginLinks;
import dev.latchkey.loginlinks.LoginReason;
import dev.latchkey.sessions.Session;
import dev.latchkey.sessions.Sessions;
import dev.latchkey.tenancy.WholeClinic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Goes on as another profile of the same mailbox, in the same session: no new login, and no later end. */
@ApplicationScoped
class SwitchingProfile {

    private final Sessions sessions;
    private final LoginLinks links;
    private final Clients clients;
    private final WholeClinic clinic;
    private final LoginLimits limits;
    private final Audit audit;
    private final Clock clock;

    SwitchingProfile(
            Sessions sessions,
            LoginLinks links,
            Clients clients,
            WholeClinic clinic,
            LoginLimits limits,
            Audit audit,
            Clock clock) {
        this.sessions = sessions;
        this.links = links;
        this.clients = clients;
        this.clinic = clinic;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whom the mailbox that the link of this session was sent to reaches now. */
    @Transactional
    List<Client> choices(ClientCaller caller) {
        clinic.isShown();
        if (limits.mayNoteListing(caller)) {
            audit.record(by(caller, AuditedAct.PROFILES_LISTED).client(caller.clientId()));
        }
        return clients.activeAt(
                caller.clinicId(), mailbox(sessions.current(caller)).key());
    }

    @Transactional
    <A> A to(ClientCaller caller, UUID profileId, Function<SignedIn, A> answer) {
        clinic.isShown();
        var session = sessions.current(caller);
        var profile = clients.enteringAt(caller.clinicId(), mailbox(session).key()).stream()
                .filter(choice -> choice.id().equals(profileId))
                .findFirst()
                .orElseThrow(LoginReason.PROFILE_NOT_FOUND::refusal);
        sessions.lock(session);
        session.switchTo(profile.id(), clock.instant());
        audit.record(by(caller, AuditedAct.PROFILE_SWITCHED).client(profile.id()));
        return answer.apply(new SignedIn(profile, session));
    }

    private static Occurrence by(ClientCaller caller, AuditedAct act) {
        return Occurrence.of(act, Actor.client(caller.clientId()), caller.clinicId())
                .session(caller.sessionId());
    }

    private EmailAddress mailbox(Session session) {
        return links.findById(Objects.requireNonNull(session.loginLinkId())).address();
    }
}
