package dev.latchkey.staffadmin;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.http.Showing;
import dev.latchkey.input.PlainText;
import dev.latchkey.kernel.Secret;
import dev.latchkey.passwords.DeviceTokens;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RequestLimit;
import dev.latchkey.staff.StaffMemberView;
import dev.latchkey.staff.StaffMemberViews;
import dev.latchkey.staff.StaffMembers;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/v1/staff")
class InvitationAcceptanceResource {

    private final AcceptingInvitation accepting;
    private final DeviceTokens devices;
    private final StaffMembers members;
    private final StaffMemberViews views;
    private final StaffCaller caller;
    private final Showing showing;

    InvitationAcceptanceResource(
            AcceptingInvitation accepting,
            DeviceTokens devices,
            StaffMembers members,
            StaffMemberViews views,
            StaffCaller caller,
            Showing showing) {
        this.accepting = accepting;
        this.devices = devices;
        this.members = members;
        this.views = views;
        this.caller = caller;
        this.showing = showing;
    }

    @POST
    @Path("/invitations/acceptance")
    @PermitAll
    @RateLimited(RequestLimit.INVITATION_ACCEPTANCES)
    public RestResponse<StaffMemberView> acceptInvitation(@Valid @NotNull InvitationAcceptance request) {
        return accepting.accept(
                new Secret(request.token), request.password, showing.beforeCommit(member -> devices.issue(
                                ResponseBuilder.ok(views.build(member)), member)
                        .build()));
    }

    @GET
    @Path("/me")
    @RolesAllowed(Right.SELF)
    public StaffMemberView getStaffMember() {
        return views.build(members.self(caller));
    }

    /** The longest password is what Argon2 is asked to chew at most; the shortest lies between what ASVS 5.0, 6.2.1 asks for (8) and
     * what it recommends (15). */
    record InvitationAcceptance(
            @NotNull @CodePointLength(min = 1, max = 100) String token,

            @NotNull @CodePointLength(min = 12, max = 128) @PlainText
            String password) {}
}
