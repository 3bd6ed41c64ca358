package dev.latchkey.staffadmin;

import dev.latchkey.access.Right;
import dev.latchkey.access.Role;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.input.InvalidRequest;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** How an owner makes a colleague an owner, and steps down if they like. */
@Path("/v1/staff/ownership-transfers")
class OwnershipTransfersResource {

    private final ChangingRole changing;
    private final Reauthenticating reauthenticating;
    private final StaffMembers members;
    private final StaffMemberViews views;
    private final AnswerSerialization serialization;
    private final StaffCaller caller;

    OwnershipTransfersResource(
            ChangingRole changing,
            Reauthenticating reauthenticating,
            StaffMembers members,
            StaffMemberViews views,
            AnswerSerialization serialization,
            StaffCaller caller) {
        this.changing = changing;
        this.reauthenticating = reauthenticating;
        this.members = members;
        this.views = views;
        this.serialization = serialization;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Right.OWNER)
    public StaffMemberView handOwnershipOn(@Valid @NotNull OwnershipTransfer request) {
        if (request.stepDownTo == Role.OWNER) {
            throw new InvalidRequest("/stepDownTo", "invalid", "Name another role, or none to stay an owner.");
        }
        members.get(caller, request.memberId);
        return reauthenticating.reauthenticate(
                caller,
                new Proof(request.password, request.code),
                serialization.beforeCommit(
                        owner -> views.build(changing.handOwnershipOn(owner, request.memberId, request.stepDownTo))));
    }

    record OwnershipTransfer(
            @NotNull UUID memberId,
            @Nullable Role stepDownTo,

            @NotNull @GivenPassword String password,

            @CodePointLength(min = 6, max = 20) @TypedCode @Nullable
            String code) {}
}
