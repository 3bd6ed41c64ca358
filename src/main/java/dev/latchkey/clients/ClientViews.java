package dev.latchkey.clients;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows a client together with whom they share an address with. */
@ApplicationScoped
class ClientViews {

    private final Clients clients;
    private final Audit audit;

    ClientViews(Clients clients, Audit audit) {
        this.clients = clients;
        this.audit = audit;
    }

    ClientView build(Client client) {
        return ClientView.of(client, clients.sharingEmailWith(client));
    }

    /** To a caller who only looks. The look goes on record here; a change is on record already. */
    ClientView show(StaffCaller caller, Client client) {
        var shown = build(client);
        audit.recordRead(caller.occurrence(ClientAction.CLIENT_READ).client(client.id()));
        return shown;
    }
}
