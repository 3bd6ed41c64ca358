package dev.latchkey.portalaccess;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clients.ChangingClient;
import dev.latchkey.clients.Client;
import dev.latchkey.clients.ClientAction;
import dev.latchkey.clients.Clients;
import dev.latchkey.profile.KnownSections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;

/** Changes whether a client may use the portal, and what of it. */
@ApplicationScoped
class ChangingPortalAccess {

    private final Clients clients;
    private final ChangingClient changing;
    private final KnownSections known;
    private final Audit audit;

    ChangingPortalAccess(Clients clients, ChangingClient changing, KnownSections known, Audit audit) {
        this.clients = clients;
        this.changing = changing;
        this.known = known;
        this.audit = audit;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Client change(StaffCaller caller, UUID id, Consumer<Client> change) {
        var client = clients.findAndLock(caller, id);
        audit.record(caller.occurrence(ClientAction.PORTAL_ACCESS_CHANGED)
                .client(id)
                .because(client.portalOffAt() == null ? "was-on" : "was-off"));
        changing.change(caller, client, change);
        known.forgetAfterCommit(id);
        return client;
    }
}
