package dev.latchkey.staffadmin;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Ends a member's sessions, or revokes their invitation. Neither needs a password, for it may have to be quick and can be undone. */
@Path("/v1/staff/members/{id}")
class StaffAccessResource {

    private final EndingMemberSessions ending;
    private final RevokingInvitation revoking;
    private final StaffCaller caller;

    StaffAccessResource(EndingMemberSessions ending, RevokingInvitation revoking, StaffCaller caller) {
        this.ending = ending;
        this.revoking = revoking;
        this.caller = caller;
    }

    @DELETE
    @Path("/sessions")
    @RolesAllowed(Right.OWNER)
    public void endStaffMemberSessions(@RestPath UUID id) {
        ending.end(caller, id);
    }

    @DELETE
    @Path("/invitation")
    @RolesAllowed(Right.OWNER)
    public void revokeInvitation(@RestPath UUID id) {
        revoking.revoke(caller, id);
    }
}
