package dev.latchkey.staffsignin;

import dev.latchkey.http.Showing;
import dev.latchkey.input.Email;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Secret;
import dev.latchkey.passwords.DeviceTokens;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RequestLimit;
import dev.latchkey.secondfactor.SecondFactors;
import dev.latchkey.sessions.RefreshTokens;
import dev.latchkey.sessions.RefreshTokens.IssuedRefreshToken;
import dev.latchkey.sessions.RefreshingSession;
import dev.latchkey.sessions.Session;
import dev.latchkey.sessions.SessionTokens;
import dev.latchkey.staff.StaffMemberViews;
import dev.latchkey.staff.StaffMembers;
import dev.latchkey.staffsignin.SigningInStaff.FactorRequired;
import dev.latchkey.staffsignin.SigningInStaff.SignInResult;
import dev.latchkey.staffsignin.SigningInStaff.SignedIn;
import dev.latchkey.staffsignin.StaffSessionOpenedView.SecondFactorRequiredView;
import dev.latchkey.staffsignin.StaffSessionOpenedView.StaffSignedInView;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** How a staff member comes in and stays. */
@Path("/v1/staff/sessions")
class StaffSessionsResource {

    private final SigningInStaff signingIn;
    private final CompletingSignIn completing;
    private final RefreshingSession refreshing;
    private final RefreshTokens refreshTokens;
    private final DeviceTokens devices;
    private final StaffMembers members;
    private final SecondFactors factors;
    private final StaffMemberViews views;
    private final SessionTokens tokens;
    private final Showing showing;

    StaffSessionsResource(
            SigningInStaff signingIn,
            CompletingSignIn completing,
            RefreshingSession refreshing,
            RefreshTokens refreshTokens,
            DeviceTokens devices,
            StaffMembers members,
            SecondFactors factors,
            StaffMemberViews views,
            SessionTokens tokens,
            Showing showing) {
        this.signingIn = signingIn;
        this.completing = completing;
        this.refreshing = refreshing;
        this.refreshTokens = refreshTokens;
        this.devices = devices;
        this.members = members;
        this.factors = factors;
        this.views = views;
        this.tokens = tokens;
        this.showing = showing;
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
                showing.beforeCommit(this::answer));
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
                showing.beforeCommit(signedIn -> opened(signedIn, StaffSignedInView.class)));
    }

    private <T extends StaffSessionOpenedView> RestResponse<T> opened(SignedIn signedIn, Class<T> as) {
        return welcome(signedIn, refreshTokens.issue(signedIn.session()), Status.CREATED, as);
    }

    @POST
    @Path("/refresh")
    @Consumes(MediaType.APPLICATION_JSON) // also of a request without a body, which has no type
    @PermitAll
    @RateLimited(RequestLimit.SIGN_IN_REQUESTS)
    public RestResponse<StaffSignedInView> refreshStaffSession(
            @RestCookie(RefreshTokens.STAFF_COOKIE) @Nullable String cookie,
            @RestHeader("Origin") @Nullable String origin,
            @Valid @Nullable StaffRefreshment refreshment) {
        var inBody = refreshment == null ? null : refreshment.refreshToken;
        return refreshing.refreshStaff(
                refreshTokens.presented(inBody, cookie, origin),
                showing.beforeCommit(session -> refreshed(session, inBody != null)));
    }

    private RestResponse<StaffSignedInView> refreshed(Session session, boolean inBody) {
        var member = members.signedIn(session);
        var signedIn = new SignedIn(member, session, factors.isMissing(member));
        return welcome(signedIn, refreshTokens.issue(session, inBody), Status.OK, StaffSignedInView.class);
    }

    private <T extends StaffSessionOpenedView> RestResponse<T> welcome(
            SignedIn signedIn, IssuedRefreshToken refreshToken, Status status, Class<T> as) {
        var member = signedIn.member();
        var view = StaffSignedInView.of(
                views.build(member), signedIn.mustEnrol(), tokens.issueFor(signedIn.session()), refreshToken.inBody());
        var answer = ResponseBuilder.create(status, as.cast(view));
        var entered = status == Status.CREATED ? devices.issue(answer, member) : answer;
        return entered.cookie(refreshToken.cookies()).build();
    }

    record StaffCredentials(
            @NotNull @Email String email,

            @NotNull @CodePointLength(min = 1, max = 128) String password) {}

    record SecondFactorProof(
            @NotNull @CodePointLength(min = 1, max = 100) String secondFactorToken,
            @NotNull @CodePointLength(min = 6, max = 20) String code) {}

    record StaffRefreshment(
            @CodePointLength(min = 1, max = 100) @Nullable String refreshToken) {}
}
