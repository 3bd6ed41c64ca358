package dev.latchkey.staffadmin;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.input.TypedCode;
import dev.latchkey.passwords.GivenPassword;
import dev.latchkey.secondfactor.Proof;
import dev.latchkey.secondfactor.Reauthenticating;
import dev.latchkey.staff.StaffMemberView;
import dev.latchkey.staff.StaffMemberViews;
import dev.latchkey.staff.StaffMembers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Suspends a member, and restores them. Suspending needs no password, for it may have to be quick and can be undone. Suspending an owner
 * does, or a stranger who finds an open session could put all others out; so does restoring, as everything that gives rights.
 */
@Path("/v1/staff/members/{id}")
class StaffSuspensionResource {

    private final SuspendingMember suspending;
    private final RestoringMember restoring;
    private final Reauthenticating reauthenticating;
    private final StaffMembers members;
    private final StaffMemberViews views;
    private final AnswerSerialization serialization;
    private final StaffCaller caller;

    StaffSuspensionResource(
            SuspendingMember suspending,
            RestoringMember restoring,
            Reauthenticating reauthenticating,
            StaffMembers members,
            StaffMemberViews views,
            AnswerSerialization serialization,
            StaffCaller caller) {
        this.suspending = suspending;
        this.restoring = restoring;
        this.reauthenticating = reauthenticating;
        this.members = members;
        this.views = views;
        this.serialization = serialization;
        this.caller = caller;
    }

    @PUT
    @Path("/suspension")
    @Consumes(MediaType.APPLICATION_JSON) // also of a request without a body, which has no type
    @RolesAllowed(Right.OWNER)
    public StaffMemberView suspendStaffMember(@RestPath UUID id, @Valid @Nullable StaffMemberSuspension request) {
        members.get(caller, id);
        var answer = serialization.beforeCommit(views::build);
        return request == null || request.password == null
                ? suspending.suspendWithoutProof(caller, id, answer)
                : reauthenticating.reauthenticate(
                        caller,
                        new Proof(request.password, request.code),
                        owner -> answer.apply(suspending.suspend(owner, id)));
    }

    @POST
    @Path("/restoration")
    @RolesAllowed(Right.OWNER)
    public StaffMemberView restoreStaffMember(@RestPath UUID id, @Valid @NotNull StaffMemberRestoration request) {
        members.get(caller, id);
        return reauthenticating.reauthenticate(
                caller,
                new Proof(request.password, request.code),
                serialization.beforeCommit(owner -> views.build(restoring.restore(owner, id))));
    }

    /** @param password the caller's, and the code of their second factor: for an owner alone */
    record StaffMemberSuspension(
            @GivenPassword @Nullable String password,

            @CodePointLength(min = 6, max = 20) @TypedCode @Nullable
            String code) {}

    record StaffMemberRestoration(
            @NotNull @GivenPassword String password,

            @CodePointLength(min = 6, max = 20) @TypedCode @Nullable
            String code) {}
}
