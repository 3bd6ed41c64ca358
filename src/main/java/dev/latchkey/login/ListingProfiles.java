package dev.latchkey.login;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clients.Client;
import dev.latchkey.clients.Clients;
import dev.latchkey.loginlinks.LoginLimits;
import dev.latchkey.loginlinks.LoginLinks;
import dev.latchkey.sessions.Sessions;
import dev.latchkey.tenancy.RowLevelSecurity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;

/** Lists whom the mailbox that the link of a session was sent to reaches now. */
@ApplicationScoped
class ListingProfiles {

    private final Sessions sessions;
    private final LoginLinks links;
    private final Clients clients;
    private final RowLevelSecurity clinic;
    private final LoginLimits limits;
    private final Audit audit;

    ListingProfiles(
            Sessions sessions,
            LoginLinks links,
            Clients clients,
            RowLevelSecurity clinic,
            LoginLimits limits,
            Audit audit) {
        this.sessions = sessions;
        this.links = links;
        this.clients = clients;
        this.clinic = clinic;
        this.limits = limits;
        this.audit = audit;
    }

    @Transactional
    List<Client> list(ClientCaller caller) {
        clinic.widenToClinic();
        if (limits.trySpendListingRecord(caller)) {
            audit.record(AuditEntry.of(LoginAction.PROFILES_LISTED, Actor.client(caller.clientId()), caller.clinicId())
                    .session(caller.sessionId())
                    .client(caller.clientId()));
        }
        var link = Objects.requireNonNull(sessions.current(caller).loginLinkId());
        return clients.activeAt(
                caller.clinicId(), links.findById(link).address().key());
    }
}
