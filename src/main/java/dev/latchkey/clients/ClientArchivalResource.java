package dev.latchkey.clients;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestPath;

/** Whether a client is archived. To archive or restore one a second time changes nothing, and counts as a look. */
@Path("/v1/staff/clients/{id}/archival")
class ClientArchivalResource {

    private final Clients clients;
    private final ChangingClient changing;
    private final ClientViews views;
    private final StaffCaller caller;
    private final Clock clock;

    ClientArchivalResource(
            Clients clients, ChangingClient changing, ClientViews views, StaffCaller caller, Clock clock) {
        this.clients = clients;
        this.changing = changing;
        this.views = views;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @RolesAllowed(Right.CARE)
    @Transactional
    public ClientView archiveClient(@RestPath UUID id) {
        var client = clients.findAndLock(caller, id);
        return client.archivedAt() == null ? changed(client, it -> it.archive(clock.instant())) : shown(client);
    }

    @DELETE
    @RolesAllowed(Right.CARE)
    @Transactional
    public ClientView restoreClient(@RestPath UUID id) {
        var client = clients.findAndLock(caller, id);
        return client.archivedAt() == null ? shown(client) : changed(client, Client::restore);
    }

    private ClientView changed(Client client, Consumer<Client> change) {
        changing.change(caller, client, change);
        return views.build(client);
    }

    private ClientView shown(Client client) {
        return views.show(caller, client);
    }
}
