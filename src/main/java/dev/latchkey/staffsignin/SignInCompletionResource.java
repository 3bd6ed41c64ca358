package dev.latchkey.staffsignin;

import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.input.TypedCode;
import dev.latchkey.kernel.Secret;
import dev.latchkey.passwords.DeviceTokens;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RequestLimit;
import dev.latchkey.sessions.SignedInResponses;
import dev.latchkey.staffsignin.SigningInStaff.SignedIn;
import dev.latchkey.staffsignin.StaffSessionOpenedView.StaffSignedInView;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Signs in a staff member whose password was right, and who has a second factor. */
@Path("/v1/staff/sessions/second-factor")
class SignInCompletionResource {

    private final CompletingSignIn completing;
    private final DeviceTokens devices;
    private final SignedInResponses responses;
    private final StaffSignedInViews views;
    private final AnswerSerialization serialization;

    SignInCompletionResource(
            CompletingSignIn completing,
            DeviceTokens devices,
            SignedInResponses responses,
            StaffSignedInViews views,
            AnswerSerialization serialization) {
        this.completing = completing;
        this.devices = devices;
        this.responses = responses;
        this.views = views;
        this.serialization = serialization;
    }

    @POST
    @PermitAll
    @RateLimited(RequestLimit.SIGN_IN_REQUESTS)
    @ResponseStatus(201)
    public RestResponse<StaffSignedInView> completeStaffSignIn(
            @RestHeader(DeviceTokens.HEADER) @Nullable String device,
            @Context HttpHeaders request,
            @Valid @NotNull SecondFactorProof proof) {
        return completing.complete(
                new Secret(proof.secondFactorToken),
                proof.code,
                devices.presented(device, request),
                serialization.beforeCommit(this::answer));
    }

    private RestResponse<StaffSignedInView> answer(SignedIn signedIn) {
        var answer = responses.answerSignIn(signedIn.session(), tokens -> views.build(signedIn, tokens));
        return devices.issue(answer, signedIn.member()).build();
    }

    record SecondFactorProof(
            @NotNull @CodePointLength(min = 1, max = 100) String secondFactorToken,

            @NotNull @CodePointLength(min = 6, max = 20) @TypedCode
            String code) {}
}
