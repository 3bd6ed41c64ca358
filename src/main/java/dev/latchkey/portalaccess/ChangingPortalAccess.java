package dev.latchkey.portalaccess;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clients.ChangingClient;
import dev.latchkey.clients.ClientAction;
import dev.latchkey.clients.Clients;
import dev.latchkey.clients.PortalPermission;
import dev.latchkey.portalaccess.ClientPortalResource.PortalPermissionView;
import dev.latchkey.profile.KnownSections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.UnaryOperator;

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

    /** On record with what is different afterwards; nothing is, where it was so before. */
    @Transactional(Transactional.TxType.MANDATORY)
    PortalPermissionView change(StaffCaller caller, UUID id, UnaryOperator<PortalPermission> change) {
        var client = clients.findAndLock(caller, id);
        var before = PortalPermissionView.of(client.permission());
        changing.change(caller, client, it -> it.permit(change.apply(it.permission())));
        var after = PortalPermissionView.of(client.permission());
        if (!after.equals(before)) {
            var what = caller.occurrence(ClientAction.PORTAL_ACCESS_CHANGED)
                    .client(id)
                    .because(after.allowed() ? "allowed" : "not-allowed");
            audit.recordChange(what, before, after);
            known.forgetAfterCommit(id);
        }
        return after;
    }
}
