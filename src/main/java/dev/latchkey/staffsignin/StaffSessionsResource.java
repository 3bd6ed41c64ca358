package dev.latchkey.staffsignin;

import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.input.Email;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Secret;
import dev.latchkey.passwords.DeviceTokens;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RequestLimit;
import dev.latchkey.sessions.SignedInResponses;
import dev.latchkey.staff.StaffMemberViews;
import dev.latchkey.staffsignin.SigningInStaff.FactorRequired;
import dev.latchkey.staffsignin.SigningInStaff.SignInResult;
import dev.latchkey.staffsignin.SigningInStaff.SignedIn;
import dev.latchkey.staffsignin.StaffSessionOpenedView.SecondFactorRequiredView;
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
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** How a staff member comes in. */
@Path("/v1/staff/sessions")
class StaffSessionsResource {

    private final SigningInStaff signingIn;
    private final CompletingSignIn completing;
    private final DeviceTokens devices;
    private final SignedInResponses responses;
    private final StaffMemberViews views;
    private final AnswerSerialization serialization;

    StaffSessionsResource(
            SigningInStaff signingIn,
            CompletingSignIn completing,
            DeviceTokens devices,
            SignedInResponses responses,
            StaffMemberViews views,
            AnswerSerialization serialization) {
        this.signingIn = signingIn;
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
    public RestResponse<StaffSessionOpenedView> signInStaff(
            @RestHeader(DeviceTokens.HEADER) @Nullable String device,
            @Context HttpHeaders request,
            @Valid @NotNull StaffCredentials credentials) {
        return signingIn.signIn(
                EmailAddress.parse(credentials.email).orElseThrow(),
                credentials.password,
                devices.presented(device, request),
                serialization.beforeCommit(this::answer));
    }

    private RestResponse<StaffSessionOpenedView> answer(SignInResult admitted) {
        return admitted instanceof FactorRequired required
                ? RestResponse.status(Status.CREATED, SecondFactorRequiredView.of(required))
                : opened((SignedIn) admitted, StaffSessionOpenedView.class);
    }

    @POST
    @Path("/second-factor")
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
                serialization.beforeCommit(signedIn -> opened(signedIn, StaffSignedInView.class)));
    }

    private <T extends StaffSessionOpenedView> RestResponse<T> opened(SignedIn signedIn, Class<T> as) {
        var member = signedIn.member();
        var answer = responses.answerSignIn(
                signedIn.session(),
                tokens -> as.cast(new StaffSignedInView(tokens, signedIn.mustEnrol(), views.build(member))));
        return devices.issue(answer, member).build();
    }

    record StaffCredentials(
            @NotNull @Email String email,

            @NotNull @CodePointLength(min = 1, max = 128) String password) {}

    record SecondFactorProof(
            @NotNull @CodePointLength(min = 1, max = 100) String secondFactorToken,
            @NotNull @CodePointLength(min = 6, max = 20) String code) {}
}
