package dev.latchkey.operator;

import dev.latchkey.access.Right;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.staff.StaffMemberView;
import dev.latchkey.staffadmin.InvitingStaff;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** How the operator gives a clinic another owner, as when its only one cannot come in any more. */
@Path("/v1/operator/clinics/{id}/owners")
class ClinicOwnersResource {

    private final InvitingStaff inviting;
    private final Clinics clinics;

    ClinicOwnersResource(InvitingStaff inviting, Clinics clinics) {
        this.inviting = inviting;
        this.clinics = clinics;
    }

    @POST
    @RolesAllowed(Right.OPERATOR)
    @ResponseStatus(201)
    @Idempotent
    @Transactional
    public RestResponse<StaffMemberView> inviteOwner(@RestPath UUID id, @Valid @NotNull NewOwner request) {
        var clinic = clinics.get(id);
        var owner = inviting.inviteOwner(clinic, request.displayName(), request.address());
        return RestResponse.status(RestResponse.Status.CREATED, StaffMemberView.of(owner, clinic));
    }
}
