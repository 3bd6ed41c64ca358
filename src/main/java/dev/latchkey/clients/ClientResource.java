package dev.latchkey.clients;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff/clients/{id}")
class ClientResource {

    private final Clients clients;
    private final ChangingClient changing;
    private final ClientViews views;
    private final ReadingDetails reading;
    private final StaffCaller caller;

    ClientResource(
            Clients clients, ChangingClient changing, ClientViews views, ReadingDetails reading, StaffCaller caller) {
        this.clients = clients;
        this.changing = changing;
        this.views = views;
        this.reading = reading;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public ClientView getClient(@RestPath UUID id) {
        return views.show(caller, clients.get(caller, id));
    }

    @PATCH
    @RolesAllowed(Right.CARE)
    @Transactional
    public ClientView changeClient(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ClientChanges request) {
        return changing.change(caller, id, ifMatch, client -> request.applyTo(client, reading));
    }
}
