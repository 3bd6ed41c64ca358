package dev.latchkey.staffsignin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latchkey.access.Right;
import dev.latchkey.access.SignsOut;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.sessions.OpenSessions;
import dev.latchkey.sessions.SessionView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The sessions a staff member has open, the current one among them. */
@Path("/v1/staff/sessions")
class OpenStaffSessionsResource {

    private final OpenSessions sessions;
    private final StaffCaller caller;

    OpenStaffSessionsResource(OpenSessions sessions, StaffCaller caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.SELF)
    public Page<StaffSessionView> listStaffSessions(@Valid @BeanParam Paging paging) {
        return sessions.list(caller, paging, StaffSessionView::new);
    }

    @DELETE
    @Path("/{id}")
    @SignsOut
    @RolesAllowed(Right.SELF)
    @Transactional
    public RestResponse<Void> endStaffSession(@RestPath UUID id) {
        return sessions.end(caller, id);
    }

    @DELETE
    @Path("/current")
    @SignsOut
    @RolesAllowed(Right.SELF)
    @Transactional
    public RestResponse<Void> signOutStaff() {
        return sessions.signOutStaff();
    }

    /** The same as a client's, under the contract's own name. */
    record StaffSessionView(@JsonUnwrapped SessionView session) {}
}
