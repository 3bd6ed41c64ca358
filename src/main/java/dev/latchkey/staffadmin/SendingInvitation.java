package dev.latchkey.staffadmin;

import dev.latchkey.clinics.Clinics;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMemberView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Invites a colleague, once for each key. The invitation, its letter, what is on record of it and the answer are one transaction. */
@ApplicationScoped
class SendingInvitation {

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
        var email = EmailAddress.parse(request.email()).orElseThrow();
        return answer.apply(
                inviting.invite(owner, clinics.get(owner.clinicId()), request.displayName(), email, request.role()));
    }
}
