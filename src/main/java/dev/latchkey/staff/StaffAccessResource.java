package dev.latchkey.staff;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinics;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Takes away what a member comes in by. It needs no password, for it may have to be quick and can be undone. */
@Path("/v1/staff/members/{id}")
class StaffAccessResource {

    private final SuspendingMember suspending;
    private final EndingMemberSessions ending;
    private final RevokingInvitation revoking;
    private final Clinics clinics;
    private final StaffCaller caller;

    StaffAccessResource(
            SuspendingMember suspending,
            EndingMemberSessions ending,
            RevokingInvitation revoking,
            Clinics clinics,
            StaffCaller caller) {
        this.suspending = suspending;
        this.ending = ending;
        this.revoking = revoking;
        this.clinics = clinics;
        this.caller = caller;
    }

    @PUT
    @Path("/suspension")
    @RolesAllowed(Right.OWNER)
    @Transactional
    public StaffMemberView suspendStaffMember(@RestPath UUID id) {
        return view(suspending.suspend(caller, id));
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

    private StaffMemberView view(StaffMember member) {
        return StaffMemberView.of(member, clinics.get(member.clinicId()));
    }
}
