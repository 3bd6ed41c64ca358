package dev.latchkey.staff;

import dev.latchkey.access.Actor;
import dev.latchkey.access.Right;
import dev.latchkey.access.Role;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.web.Answers;
import dev.latchkey.web.Email;
import dev.latchkey.web.Idempotent;
import dev.latchkey.web.Page;
import dev.latchkey.web.Paging;
import dev.latchkey.web.PlainText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/staff/members")
class StaffMembersResource {

    private final InvitingStaff inviting;
    private final StaffMembers members;
    private final Clinics clinics;
    private final StaffCaller caller;

    StaffMembersResource(InvitingStaff inviting, StaffMembers members, Clinics clinics, StaffCaller caller) {
        this.inviting = inviting;
        this.members = members;
        this.clinics = clinics;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.OWNER)
    public Page<StaffMemberView> listStaff(@Valid @BeanParam Paging paging) {
        var clinic = clinics.get(caller.clinicId());
        return Page.of(
                members.oldestFirst(caller, paging),
                paging,
                StaffMembers::place,
                member -> StaffMemberView.of(member, clinic));
    }

    @POST
    @RolesAllowed(Right.OWNER)
    @ResponseStatus(201)
    @Idempotent
    @Transactional
    public RestResponse<StaffMemberView> inviteStaff(@Valid @NotNull NewStaffMember wanted) {
        var clinic = clinics.get(caller.clinicId());
        var email = EmailAddress.parse(wanted.email).orElseThrow();
        var member = inviting.to(Actor.staff(caller), clinic, wanted.displayName, email, wanted.role);
        return Answers.created("/v1/staff/members/" + member.id(), StaffMemberView.of(member, clinic));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Right.OWNER)
    public StaffMemberView getStaffMemberById(@RestPath UUID id) {
        return StaffMemberView.of(members.of(caller, id), clinics.get(caller.clinicId()));
    }

    record NewStaffMember(
            @NotNull @CodePointLength(max = 200) @PlainText String displayName,
            @NotNull @Email String email,
            @NotNull Role role) {}
}
