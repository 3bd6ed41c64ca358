package dev.latchkey.portalaccess;

import dev.latchkey.access.PortalSections;
import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clients.Client;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Whether a client may use the portal, and what of it. */
@Path("/v1/staff/clients/{id}/portal-access")
class ClientPortalResource {

    private final ChangingPortalAccess changing;
    private final StaffCaller caller;
    private final Clock clock;

    ClientPortalResource(ChangingPortalAccess changing, StaffCaller caller, Clock clock) {
        this.changing = changing;
        this.caller = caller;
        this.clock = clock;
    }

    /** Off, it ends their links and sessions at once. To say the same a second time changes nothing. */
    @PUT
    @RolesAllowed(Right.CARE)
    @Transactional
    public PortalPermissionView changePortalAccess(@RestPath UUID id, @Valid @NotNull PortalPermissionChange request) {
        var sections = request.sections.value();
        return PortalPermissionView.of(
                changing.change(caller, id, client -> client.permitPortal(request.allowed, sections, clock.instant())));
    }

    record PortalPermissionChange(
            @NotNull Boolean allowed, @NotNull @Valid AllowedSections sections) {}

    record AllowedSections(
            @NotNull Boolean appointments,
            @NotNull Boolean invoices,
            @NotNull Boolean files) {

        PortalSections value() {
            return new PortalSections(appointments, invoices, files);
        }
    }

    record PortalPermissionView(boolean allowed, @Nullable Instant offSince, PortalSections sections) {

        static PortalPermissionView of(Client client) {
            return new PortalPermissionView(
                    client.portalOffAt() == null, client.portalOffAt(), client.portalSections());
        }
    }
}
