package dev.latchkey.portalaccess;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clients.ClientAction;
import dev.latchkey.clients.ClientPutOut;
import dev.latchkey.clients.Clients;
import dev.latchkey.sessions.EndingSessions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** The sessions that a client's mailbox opened, as staff end them. */
@Path("/v1/staff/clients/{id}/sessions")
class ClientSessionsResource {

    private final Clients clients;
    private final EndingSessions endingSessions;
    private final Event<ClientPutOut> out;
    private final Audit audit;
    private final StaffCaller caller;
    private final Clock clock;

    ClientSessionsResource(
            Clients clients,
            EndingSessions endingSessions,
            Event<ClientPutOut> out,
            Audit audit,
            StaffCaller caller,
            Clock clock) {
        this.clients = clients;
        this.endingSessions = endingSessions;
        this.out = out;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Puts the client out, wherever they are in or about to be, and all that their mailbox let in. They may ask for a new link at once. */
    @DELETE
    @RolesAllowed(Right.CARE)
    @Transactional
    public void endClientSessions(@RestPath UUID id) {
        var client = clients.findAndLock(caller, id);
        audit.record(caller.occurrence(ClientAction.CLIENT_SESSIONS_ENDED).client(id));
        client.email().ifPresent(mailbox -> out.fire(new ClientPutOut(caller.clinicId(), mailbox.key())));
        endingSessions.endAllOfClient(
                caller.clinicId(),
                client.id(),
                client.email().orElse(null),
                caller.actor(),
                "ended-by-staff",
                clock.instant());
    }
}
