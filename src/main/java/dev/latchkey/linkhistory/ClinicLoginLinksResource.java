package dev.latchkey.linkhistory;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
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

/** The login links of all clients of a clinic. */
@Path("/v1/staff/login-links")
class ClinicLoginLinksResource {

    private final SentLinks links;
    private final SelectingLinks selecting;
    private final Audit audit;
    private final StaffCaller caller;

    ClinicLoginLinksResource(SentLinks links, SelectingLinks selecting, Audit audit, StaffCaller caller) {
        this.links = links;
        this.selecting = selecting;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public Page<LoginLinkView> listClinicLoginLinks(
            @Valid @BeanParam LinkFilter filter, @Valid @BeanParam Paging paging) {
        var page = selecting.select(
                caller, filter, paging, (before, atMost) -> links.newestFirst(caller, filter.member(), before, atMost));
        audit.recordRead(caller.occurrence(LoginLinkAction.LOGIN_LINKS_LISTED));
        return page;
    }
}
