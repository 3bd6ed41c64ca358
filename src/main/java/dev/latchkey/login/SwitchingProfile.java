package dev.latchkey.login;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clients.Client;
import dev.latchkey.clients.Clients;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.PortalSettings.SecondQuestion;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.login.RedemptionResult.SignedIn;
import dev.latchkey.loginlinks.LoginLinks;
import dev.latchkey.loginlinks.LoginReason;
import dev.latchkey.sessions.Session;
import dev.latchkey.sessions.Sessions;
import dev.latchkey.tenancy.RowLevelSecurity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Switches a session to another profile of the same mailbox: without a new login, and without a later end. */
@ApplicationScoped
class SwitchingProfile {

    private final Sessions sessions;
    private final LoginLinks links;
    private final Clients clients;
    private final RowLevelSecurity clinic;
    private final Clinics clinics;
    private final Audit audit;
    private final Clock clock;

    SwitchingProfile(
            Sessions sessions,
            LoginLinks links,
            Clients clients,
            RowLevelSecurity clinic,
            Clinics clinics,
            Audit audit,
            Clock clock) {
        this.sessions = sessions;
        this.links = links;
        this.clients = clients;
        this.clinic = clinic;
        this.clinics = clinics;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    <A> A switchTo(ClientCaller caller, UUID profileId, Function<SignedIn, A> answer) {
        clinic.widenToClinic();
        var session = sessions.current(caller);
        var profile = clients
                .activeAtForShare(caller.clinicId(), mailbox(session).key())
                .stream()
                .filter(choice -> choice.id().equals(profileId))
                .findFirst()
                .orElseThrow(LoginReason.PROFILE_NOT_FOUND::refusal);
        requireNoQuestion(caller, profile);
        sessions.lock(session);
        session.switchTo(profile.id(), clock.instant());
        audit.record(AuditEntry.of(LoginAction.PROFILE_SWITCHED, Actor.client(caller.clientId()), caller.clinicId())
                .session(caller.sessionId())
                .client(profile.id()));
        return answer.apply(new SignedIn(profile, session));
    }

    /** Who shows that they are one person has not shown that they are another. The answers of a session would need a count of their own. */
    private void requireNoQuestion(ClientCaller caller, Client profile) {
        var portal = clinics.get(caller.clinicId()).portal();
        if (!profile.id().equals(caller.clientId()) && profile.findQuestion(portal) != SecondQuestion.NONE) {
            throw LoginReason.PROFILE_NEEDS_NEW_LINK.refusal();
        }
    }

    private EmailAddress mailbox(Session session) {
        return links.findById(Objects.requireNonNull(session.loginLinkId())).address();
    }
}
