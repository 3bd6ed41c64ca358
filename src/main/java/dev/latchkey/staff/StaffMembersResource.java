package dev.latchkey.staff;

import dev.latchkey.access.Right;
import dev.latchkey.access.Role;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.web.Answers;
import dev.latchkey.web.Email;
import dev.latchkey.web.Idempotent;
import dev.latchkey.web.NotInFingerprint;
import dev.latchkey.web.Page;
import dev.latchkey.web.Paging;
import dev.latchkey.web.PlainText;
import dev.latchkey.web.Showing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff/members")
class StaffMembersResource {

    private final InvitingStaff inviting;
    private final Reauthenticating reauthenticating;
    private final StaffMembers members;
    private final Clinics clinics;
    private final Showing showing;
    private final StaffCaller caller;

    StaffMembersResource(
            InvitingStaff inviting,
            Reauthenticating reauthenticating,
            StaffMembers members,
            Clinics clinics,
            Showing showing,
            StaffCaller caller) {
        this.inviting = inviting;
        this.reauthenticating = reauthenticating;
        this.members = members;
        this.clinics = clinics;
        this.showing = showing;
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
    public RestResponse<StaffMemberView> inviteStaff(@Valid @NotNull NewStaffMember wanted) {
        var invite = showing.beforeCommit((StaffCaller by) -> invite(by, wanted));
        return wanted.role == Role.OWNER
                ? reauthenticating.reauthenticate(
                        caller, Proof.required(wanted.password, wanted.code), owner -> invite.apply(caller))
                : QuarkusTransaction.joiningExisting().call(() -> invite.apply(caller));
    }

    private RestResponse<StaffMemberView> invite(StaffCaller by, NewStaffMember wanted) {
        var clinic = clinics.get(by.clinicId());
        var email = EmailAddress.parse(wanted.email).orElseThrow();
        var member = inviting.to(by, clinic, wanted.displayName, email, wanted.role);
        return Answers.created("/v1/staff/members/" + member.id(), StaffMemberView.of(member, clinic));
    }

    /** @param password the caller's, and the code of their second factor: for another owner alone */
    record NewStaffMember(
            @NotNull @CodePointLength(max = 200) @PlainText String displayName,
            @NotNull @Email String email,
            @NotNull Role role,

            @NotInFingerprint @CodePointLength(min = 1, max = 128) @PlainText @Nullable
            String password,

            @NotInFingerprint @CodePointLength(min = 6, max = 20) @PlainText @Nullable
            String code) {}
}
