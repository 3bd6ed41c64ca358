package dev.latchkey.staffsignin;

import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.input.Email;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.passwords.DeviceTokens;
import dev.latchkey.passwords.GivenPassword;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RequestLimit;
import dev.latchkey.sessions.SignedInResponses;
import dev.latchkey.staffsignin.SigningInStaff.FactorRequired;
import dev.latchkey.staffsignin.SigningInStaff.SignInResult;
import dev.latchkey.staffsignin.SigningInStaff.SignedIn;
import dev.latchkey.staffsignin.StaffSessionOpenedView.SecondFactorRequiredView;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** How a staff member comes in. */
@Path("/v1/staff/sessions")
class StaffSessionsResource {

    private final SigningInStaff signingIn;
    private final DeviceTokens devices;
    private final SignedInResponses responses;
    private final StaffSignedInViews views;
    private final AnswerSerialization serialization;

    StaffSessionsResource(
            SigningInStaff signingIn,
            DeviceTokens devices,
            SignedInResponses responses,
            StaffSignedInViews views,
            AnswerSerialization serialization) {
        this.signingIn = signingIn;
        this.devices = devices;
        this.responses = responses;
        this.views = views;
        this.serialization = serialization;
    }

    @POST
    @PermitAll
    @RateLimited(RequestLimit.SIGN_IN_REQUESTS)
    @ResponseStatus(201)
    public RestResponse<StaffSessionOpenedView> signInStaff(
            @RestHeader(DeviceTokens.HEADER) @Nullable String device,
            @Context HttpHeaders request,
            @Valid @NotNull StaffCredentials credentials) {
        return signingIn.signIn(
                EmailAddress.parse(credentials.email).orElseThrow(),
                credentials.password,
                devices.presented(device, request),
                serialization.beforeCommit((SignInResult result) -> answer(result)));
    }

    private RestResponse<StaffSessionOpenedView> answer(SignInResult result) {
        return result instanceof FactorRequired required
                ? RestResponse.status(Status.CREATED, SecondFactorRequiredView.of(required))
                : answer((SignedIn) result);
    }

    private RestResponse<StaffSessionOpenedView> answer(SignedIn signedIn) {
        var answer = responses.<StaffSessionOpenedView>answerSignIn(
                signedIn.session(), tokens -> views.build(signedIn, tokens));
        return devices.issue(answer, signedIn.member()).build();
    }

    record StaffCredentials(
            @NotNull @Email String email,

            @NotNull @GivenPassword String password) {}
}
