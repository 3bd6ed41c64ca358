package dev.latchkey.staffsignin;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.http.Showing;
import dev.latchkey.input.Email;
import dev.latchkey.input.PlainText;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Secret;
import dev.latchkey.passwords.DeviceTokens;
import dev.latchkey.passwords.StaffLimits;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RequestLimit;
import dev.latchkey.staff.StaffMember;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How a staff member comes by another password. */
@Path("/v1/staff")
class StaffPasswordResource {

    private final ChangingPassword changing;
    private final RequestingReset asking;
    private final CompletingReset completing;
    private final DeviceTokens devices;
    private final StaffLimits limits;
    private final Showing showing;
    private final StaffCaller caller;

    StaffPasswordResource(
            ChangingPassword changing,
            RequestingReset asking,
            CompletingReset completing,
            DeviceTokens devices,
            StaffLimits limits,
            Showing showing,
            StaffCaller caller) {
        this.changing = changing;
        this.asking = asking;
        this.completing = completing;
        this.devices = devices;
        this.limits = limits;
        this.showing = showing;
        this.caller = caller;
    }

    @PUT
    @Path("/me/password")
    @RolesAllowed(Right.STAFF)
    public RestResponse<Void> changeStaffPassword(@Valid @NotNull PasswordChange request) {
        return changing.change(
                caller, request.currentPassword, request.newPassword, showing.beforeCommit(this::nothingButAToken));
    }

    @POST
    @Path("/password-resets")
    @PermitAll
    @RateLimited(RequestLimit.SIGN_IN_REQUESTS)
    @ResponseStatus(202)
    public void requestPasswordReset(@Valid @NotNull PasswordResetAsk ask) {
        limits.countResetRequest();
        asking.requestReset(EmailAddress.parse(ask.email).orElseThrow());
    }

    @POST
    @Path("/password-resets/completion")
    @PermitAll
    @RateLimited(RequestLimit.PASSWORD_RESET_COMPLETIONS)
    public RestResponse<Void> completePasswordReset(@Valid @NotNull PasswordResetCompletion request) {
        return completing.complete(
                new Secret(request.token), request.password, showing.beforeCommit(this::nothingButAToken));
    }

    /** The token of this browser: the member set the new password in it, and is no stranger there, however many others are guessing. */
    private RestResponse<Void> nothingButAToken(StaffMember member) {
        return devices.issue(ResponseBuilder.<Void>noContent(), member).build();
    }

    record PasswordChange(
            @NotNull @CodePointLength(min = 1, max = 128) @PlainText
            String currentPassword,

            @NotNull @CodePointLength(min = 12, max = 128) @PlainText
            String newPassword) {}

    record PasswordResetAsk(@NotNull @Email String email) {}

    record PasswordResetCompletion(
            @NotNull @CodePointLength(min = 1, max = 100) String token,

            @NotNull @CodePointLength(min = 12, max = 128) @PlainText
            String password) {}
}
