package dev.latchkey.staffadmin;

import dev.latchkey.access.Right;
import dev.latchkey.access.Role;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.http.Responses;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.idempotency.NotInFingerprint;
import dev.latchkey.input.Email;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.input.PlainText;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.secondfactor.Proof;
import dev.latchkey.secondfactor.Reauthenticating;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMemberView;
import dev.latchkey.staff.StaffMembers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

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
        return request.role == Role.OWNER
                ? reauthenticating.prove(
                        caller,
                        Proof.required(request.password, request.code),
                        owner -> sending.send(request, owner, answer))
                : sending.send(request, () -> members.lockOwner(caller), answer);
    }

    private RestResponse<StaffMemberView> answer(StaffMember invited) {
        return Responses.created(
                "/v1/staff/members/" + invited.id(), StaffMemberView.of(invited, clinics.get(invited.clinicId())));
    }

    /** What one key does once. The invitation, its letter, what is on record of it and the answer are one transaction. */
    @ApplicationScoped
    static class SendingInvitation {

        private final InvitingStaff inviting;
        private final Clinics clinics;

        SendingInvitation(InvitingStaff inviting, Clinics clinics) {
            this.inviting = inviting;
            this.clinics = clinics;
        }

        /** @param inviter is asked in the transaction, and not at all by a request that comes again */
        @Idempotent
        @Transactional
        RestResponse<StaffMemberView> send(
                NewStaffMember request,
                Supplier<StaffMember> inviter,
                Function<StaffMember, RestResponse<StaffMemberView>> answer) {
            var owner = inviter.get();
            var email = EmailAddress.parse(request.email).orElseThrow();
            return answer.apply(
                    inviting.invite(owner, clinics.get(owner.clinicId()), request.displayName, email, request.role));
        }
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
