package dev.latchkey.staffadmin;

import dev.latchkey.access.Right;
import dev.latchkey.access.Role;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.http.Responses;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.secondfactor.Proof;
import dev.latchkey.secondfactor.Reauthenticating;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMemberView;
import dev.latchkey.staff.StaffMembers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/staff/members")
class StaffMembersResource {

    private final SendingInvitation sending;
    private final Reauthenticating reauthenticating;
    private final StaffMembers members;
    private final Clinics clinics;
    private final AnswerSerialization serialization;
    private final StaffCaller caller;

    StaffMembersResource(
            SendingInvitation sending,
            Reauthenticating reauthenticating,
            StaffMembers members,
            Clinics clinics,
            AnswerSerialization serialization,
            StaffCaller caller) {
        this.sending = sending;
        this.reauthenticating = reauthenticating;
        this.members = members;
        this.clinics = clinics;
        this.serialization = serialization;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.OWNER)
    public Page<StaffMemberView> listStaff(@Valid @BeanParam Paging paging) {
        var clinic = clinics.get(caller.clinicId());
        return members.oldestFirst(caller, paging).map(member -> StaffMemberView.of(member, clinic));
    }

    @POST
    @RolesAllowed(Right.OWNER)
    @ResponseStatus(201)
    public RestResponse<StaffMemberView> inviteStaff(@Valid @NotNull NewStaffMember request) {
        var answer = serialization.beforeCommit(this::answer);
        return request.role() == Role.OWNER
                ? reauthenticating.prove(
                        caller,
                        Proof.required(request.password(), request.code()),
                        owner -> sending.send(request, owner, answer))
                : sending.send(request, () -> members.lockOwner(caller), answer);
    }

    private RestResponse<StaffMemberView> answer(StaffMember invited) {
        return Responses.created(
                "/v1/staff/members/" + invited.id(), StaffMemberView.of(invited, clinics.get(invited.clinicId())));
    }
}
