package dev.latchkey.linkhistory;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clients.Clients;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.linkhistory.LinkHistory.LoginLinkView;
import dev.latchkey.loginlinks.LoginLinkAction;
import dev.latchkey.loginlinks.SentLinks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** The login links of one client. */
@Path("/v1/staff/clients/{id}/login-links")
class ClientLinkHistoryResource {

    private final Clients clients;
    private final SentLinks links;
    private final SelectingLinks selecting;
    private final Audit audit;
    private final StaffCaller caller;

    ClientLinkHistoryResource(
            Clients clients, SentLinks links, SelectingLinks selecting, Audit audit, StaffCaller caller) {
        this.clients = clients;
        this.links = links;
        this.selecting = selecting;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public Page<LoginLinkView> listLoginLinks(
            @RestPath UUID id, @Valid @BeanParam LinkFilter filter, @Valid @BeanParam Paging paging) {
        var client = clients.get(caller, id);
        var page = selecting.select(
                caller, filter, paging, (before, atMost) -> links.newestFirst(caller, client, before, atMost));
        audit.recordRead(caller.occurrence(LoginLinkAction.LOGIN_LINKS_LISTED).client(id));
        return page;
    }
}
