package dev.latchkey.clients;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.input.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows clients with how far they have come into the portal, and one alone with whom they share an address with. */
@ApplicationScoped
class ClientViews {

    private final Clients clients;
    private final PortalUses uses;
    private final Audit audit;

    ClientViews(Clients clients, PortalUses uses, Audit audit) {
        this.clients = clients;
        this.uses = uses;
        this.audit = audit;
    }

    ClientView build(Client client) {
        var use = uses.findOf(client.clinicId(), List.of(client)).get(client.id());
        return ClientView.of(client, use, clients.sharingEmailWith(client));
    }

    Page<ClientSummaryView> list(StaffCaller caller, Page<Client> page) {
        var known = uses.findOf(caller.clinicId(), page.items());
        return page.map(client -> ClientSummaryView.of(client, known.get(client.id())));
    }

    /** To a caller who only looks. The look goes on record here; a change is on record already. */
    ClientView show(StaffCaller caller, Client client) {
        var shown = build(client);
        audit.recordRead(caller.occurrence(ClientAction.CLIENT_READ).client(client.id()));
        return shown;
    }
}
