package dev.latchkey.staffsignin;

import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.input.Email;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Secret;
import dev.latchkey.passwords.DeviceTokens;
import dev.latchkey.passwords.NewPassword;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RateLimitedWhenValid;
import dev.latchkey.ratelimit.RequestLimit;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** How a staff member who has forgotten the password gets another one. */
@Path("/v1/staff/password-resets")
class PasswordResetsResource {

    private final RequestingReset asking;
    private final CompletingReset completing;
    private final DeviceTokens devices;
    private final AnswerSerialization serialization;

    PasswordResetsResource(
            RequestingReset asking,
            CompletingReset completing,
            DeviceTokens devices,
            AnswerSerialization serialization) {
        this.asking = asking;
        this.completing = completing;
        this.devices = devices;
        this.serialization = serialization;
    }

    @POST
    @PermitAll
    @RateLimited(RequestLimit.SIGN_IN_REQUESTS)
    @RateLimitedWhenValid(RequestLimit.PASSWORD_RESET_REQUESTS)
    @ResponseStatus(202)
    public void requestPasswordReset(@Valid @NotNull PasswordResetAsk request) {
        asking.requestReset(EmailAddress.parse(request.email).orElseThrow());
    }

    @POST
    @Path("/completion")
    @PermitAll
    @RateLimited(RequestLimit.PASSWORD_RESET_COMPLETIONS)
    public RestResponse<Void> completePasswordReset(@Valid @NotNull PasswordResetCompletion request) {
        return completing.complete(
                new Secret(request.token), request.password, serialization.beforeCommit(devices::issueAlone));
    }

    record PasswordResetAsk(@NotNull @Email String email) {}

    record PasswordResetCompletion(
            @NotNull @CodePointLength(min = 1, max = 100) String token,

            @NotNull @CodePointLength(min = 12, max = 128) @NewPassword
            String password) {}
}
