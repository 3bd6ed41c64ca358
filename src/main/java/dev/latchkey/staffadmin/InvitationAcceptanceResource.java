package dev.latchkey.staffadmin;

import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.kernel.Secret;
import dev.latchkey.passwords.DeviceTokens;
import dev.latchkey.passwords.NewPassword;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RequestLimit;
import dev.latchkey.staff.StaffMemberView;
import dev.latchkey.staff.StaffMemberViews;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How an invited staff member joins the clinic. */
@Path("/v1/staff/invitations/acceptance")
class InvitationAcceptanceResource {

    private final AcceptingInvitation accepting;
    private final DeviceTokens devices;
    private final StaffMemberViews views;
    private final AnswerSerialization serialization;

    InvitationAcceptanceResource(
            AcceptingInvitation accepting,
            DeviceTokens devices,
            StaffMemberViews views,
            AnswerSerialization serialization) {
        this.accepting = accepting;
        this.devices = devices;
        this.views = views;
        this.serialization = serialization;
    }

    @POST
    @PermitAll
    @RateLimited(RequestLimit.INVITATION_ACCEPTANCES)
    public RestResponse<StaffMemberView> acceptInvitation(@Valid @NotNull InvitationAcceptance request) {
        return accepting.accept(
                new Secret(request.token), request.password, serialization.beforeCommit(member -> devices.issue(
                                ResponseBuilder.ok(views.build(member)), member)
                        .build()));
    }

    /** The longest password is what Argon2 is asked to chew at most; the shortest lies between what ASVS 5.0, 6.2.1 asks for (8) and
     * what it recommends (15). */
    record InvitationAcceptance(
            @NotNull @CodePointLength(min = 1, max = 100) String token,

            @NotNull @CodePointLength(min = 12, max = 128) @NewPassword
            String password) {}
}
