package dev.latchkey.staff;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.web.PlainText;
import dev.latchkey.web.Showing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Takes away what a member comes in by. That needs no password, for it may have to be quick and can be undone. Suspending an owner does, or
 * a stranger who finds an open session could put all others out.
 */
@Path("/v1/staff/members/{id}")
class StaffAccessResource {

    private final SuspendingMember suspending;
    private final EndingMemberSessions ending;
    private final RevokingInvitation revoking;
    private final Reauthenticating reauthenticating;
    private final StaffMembers members;
    private final Clinics clinics;
    private final Showing showing;
    private final StaffCaller caller;

    StaffAccessResource(
            SuspendingMember suspending,
            EndingMemberSessions ending,
            RevokingInvitation revoking,
            Reauthenticating reauthenticating,
            StaffMembers members,
            Clinics clinics,
            Showing showing,
            StaffCaller caller) {
        this.suspending = suspending;
        this.ending = ending;
        this.revoking = revoking;
        this.reauthenticating = reauthenticating;
        this.members = members;
        this.clinics = clinics;
        this.showing = showing;
        this.caller = caller;
    }

    @PUT
    @Path("/suspension")
    @Consumes(MediaType.APPLICATION_JSON) // also of a request without a body, which has no type
    @RolesAllowed(Right.OWNER)
    public StaffMemberView suspendStaffMember(@RestPath UUID id, @Valid @Nullable StaffMemberSuspension wanted) {
        members.of(caller, id);
        var answer = showing.beforeCommit(this::view);
        return wanted == null || wanted.password == null
                ? suspending.suspendWithoutProof(caller, id, answer)
                : reauthenticating.reauthenticate(
                        caller,
                        new Proof(wanted.password, wanted.code),
                        owner -> answer.apply(suspending.suspend(owner, id)));
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

    /** @param password the caller's, and the code of their second factor: for an owner alone */
    record StaffMemberSuspension(
            @CodePointLength(min = 1, max = 128) @PlainText @Nullable
            String password,

            @CodePointLength(min = 6, max = 20) @PlainText @Nullable
            String code) {}
}
