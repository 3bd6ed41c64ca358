package dev.latchkey.portalaccess;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/staff/clients/{id}/portal-access")
class PortalAccessResource {

    private final ExplainingAccess explaining;
    private final Audit audit;
    private final StaffCaller caller;

    PortalAccessResource(ExplainingAccess explaining, Audit audit, StaffCaller caller) {
        this.explaining = explaining;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public PortalAccessView getPortalAccess(@RestPath UUID id) {
        var explained = explaining.explain(caller, id);
        audit.recordRead(
                caller.occurrence(PortalAccessAction.PORTAL_ACCESS_READ).client(id));
        return explained;
    }
}
