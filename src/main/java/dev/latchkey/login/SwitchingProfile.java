package dev.latchkey.login;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clients.Client;
import dev.latchkey.clients.Clients;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.login.RedemptionResult.SignedIn;
import dev.latchkey.loginlinks.LoginLimits;
import dev.latchkey.loginlinks.LoginLinks;
import dev.latchkey.loginlinks.LoginReason;
import dev.latchkey.sessions.Session;
import dev.latchkey.sessions.Sessions;
import dev.latchkey.tenancy.RowLevelSecurity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
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
    private final LoginLimits limits;
    private final Audit audit;
    private final Clock clock;

    SwitchingProfile(
            Sessions sessions,
            LoginLinks links,
            Clients clients,
            RowLevelSecurity clinic,
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
    List<Client> listChoices(ClientCaller caller) {
        clinic.widenToClinic();
        if (limits.trySpendListingRecord(caller)) {
            audit.record(entry(caller, LoginAction.PROFILES_LISTED).client(caller.clientId()));
        }
        return clients.activeAt(
                caller.clinicId(), mailbox(sessions.current(caller)).key());
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
        sessions.lock(session);
        session.switchTo(profile.id(), clock.instant());
        audit.record(entry(caller, LoginAction.PROFILE_SWITCHED).client(profile.id()));
        return answer.apply(new SignedIn(profile, session));
    }

    private static AuditEntry entry(ClientCaller caller, AuditAction act) {
        return AuditEntry.of(act, Actor.client(caller.clientId()), caller.clinicId())
                .session(caller.sessionId());
    }

    private EmailAddress mailbox(Session session) {
        return links.findById(Objects.requireNonNull(session.loginLinkId())).address();
    }
}
