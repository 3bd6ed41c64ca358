package dev.latchkey.staff;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Secret;
import dev.latchkey.web.Email;
import dev.latchkey.web.PlainText;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;

/** How a staff member comes by another password. */
@Path("/v1/staff")
class StaffPasswordResource {

    private final ChangingPassword changing;
    private final AskingForReset asking;
    private final CompletingReset completing;
    private final StaffLimits limits;
    private final StaffCaller caller;

    StaffPasswordResource(
            ChangingPassword changing,
            AskingForReset asking,
            CompletingReset completing,
            StaffLimits limits,
            StaffCaller caller) {
        this.changing = changing;
        this.asking = asking;
        this.completing = completing;
        this.limits = limits;
        this.caller = caller;
    }

    @PUT
    @Path("/me/password")
    @RolesAllowed(Right.STAFF)
    public void changeStaffPassword(@Valid @NotNull PasswordChange wanted) {
        changing.of(caller, wanted.currentPassword, wanted.newPassword);
    }

    @POST
    @Path("/password-resets")
    @PermitAll
    @ResponseStatus(202)
    public void requestPasswordReset(@Valid @NotNull PasswordResetAsk ask) {
        limits.countResetAsk();
        asking.at(EmailAddress.parse(ask.email).orElseThrow());
    }

    @POST
    @Path("/password-resets/completion")
    @PermitAll
    public void completePasswordReset(@Valid @NotNull PasswordResetCompletion wanted) {
        completing.with(new Secret(wanted.token), wanted.password);
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
