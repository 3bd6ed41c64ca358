package dev.latchkey.login;

import dev.latchkey.access.ChoiceToken;
import dev.latchkey.access.Right;
import dev.latchkey.clients.Clients;
import dev.latchkey.http.Showing;
import dev.latchkey.input.InvalidRequest;
import dev.latchkey.kernel.Secret;
import dev.latchkey.login.RedeemingLink.ChoiceRequired;
import dev.latchkey.login.RedeemingLink.RedemptionResult;
import dev.latchkey.login.RedeemingLink.SignedIn;
import dev.latchkey.login.SessionOpenedView.ProfileChoiceRequiredView;
import dev.latchkey.login.SessionOpenedView.SignedInView;
import dev.latchkey.loginlinks.LoginCode;
import dev.latchkey.loginlinks.LoginLimits;
import dev.latchkey.loginlinks.LoginRequest;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RequestLimit;
import dev.latchkey.sessions.RefreshTokens;
import dev.latchkey.sessions.RefreshingSession;
import dev.latchkey.sessions.Session;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** The ways into a session. */
@Path("/v1/sessions")
class SessionsResource {

    private final RedeemingLink redeeming;
    private final ChoosingProfile choosing;
    private final RefreshingSession refreshing;
    private final RefreshTokens refreshTokens;
    private final Clients clients;
    private final SignedInResponses responses;
    private final LoginLimits limits;
    private final ChoiceToken choiceToken;
    private final Showing showing;

    SessionsResource(
            RedeemingLink redeeming,
            ChoosingProfile choosing,
            RefreshingSession refreshing,
            RefreshTokens refreshTokens,
            Clients clients,
            SignedInResponses responses,
            LoginLimits limits,
            ChoiceToken choiceToken,
            Showing showing) {
        this.redeeming = redeeming;
        this.choosing = choosing;
        this.refreshing = refreshing;
        this.refreshTokens = refreshTokens;
        this.clients = clients;
        this.responses = responses;
        this.limits = limits;
        this.choiceToken = choiceToken;
        this.showing = showing;
    }

    @POST
    @PermitAll
    @RateLimited(RequestLimit.SIGN_IN_REQUESTS)
    @ResponseStatus(201)
    public RestResponse<SessionOpenedView> redeemLoginLink(@Valid @NotNull Redemption redemption) {
        var answer = showing.beforeCommit(this::answer);
        return limits.countFailures(() -> redeem(redemption, answer));
    }

    private <A> A redeem(Redemption redemption, Function<RedemptionResult, A> answer) {
        if (redemption.token != null && redemption.requestId == null && redemption.code == null) {
            return redeeming.redeem(new Secret(redemption.token), answer);
        }
        if (redemption.token == null && redemption.requestId != null && redemption.code != null) {
            return redeeming.redeemCode(
                    LoginRequest.parsePublicId(redemption.requestId), new LoginCode(redemption.code), answer);
        }
        throw new InvalidRequest("/token", "invalid", "Send either the token of a link, or requestId and code.");
    }

    private RestResponse<SessionOpenedView> answer(RedemptionResult result) {
        return result instanceof ChoiceRequired required
                ? RestResponse.status(Status.CREATED, ProfileChoiceRequiredView.of(required))
                : opened((SignedIn) result, SessionOpenedView.class);
    }

    @POST
    @Path("/profile-choice")
    @RolesAllowed(Right.CHOICE)
    @RateLimited(RequestLimit.SIGN_IN_REQUESTS)
    @ResponseStatus(201)
    public RestResponse<SignedInView> chooseProfile(@Valid @NotNull ChosenProfile choice) {
        var answer = showing.beforeCommit((SignedIn signedIn) -> opened(signedIn, SignedInView.class));
        return limits.countFailures(() -> choosing.choose(choiceToken.secret(), choice.ref, answer));
    }

    private <T extends SessionOpenedView> RestResponse<T> opened(SignedIn signedIn, Class<T> as) {
        return responses.build(signedIn, refreshTokens.issue(signedIn.session()), Status.CREATED, as);
    }

    @POST
    @Path("/refresh")
    @Consumes(MediaType.APPLICATION_JSON) // also of a request without a body, which has no type
    @PermitAll
    @RateLimited(RequestLimit.SIGN_IN_REQUESTS)
    public RestResponse<SignedInView> refreshSession(
            @RestCookie(RefreshTokens.CLIENT_COOKIE) @Nullable String cookie,
            @RestHeader("Origin") @Nullable String origin,
            @Valid @Nullable Refreshment refreshment) {
        var inBody = refreshment == null ? null : refreshment.refreshToken;
        return refreshing.refreshClient(
                refreshTokens.presented(inBody, cookie, origin),
                showing.beforeCommit(session -> refreshed(session, inBody != null)));
    }

    private RestResponse<SignedInView> refreshed(Session session, boolean inBody) {
        var signedIn = new SignedIn(clients.entered(session.clinicId(), session.subject()), session);
        return responses.build(signedIn, refreshTokens.issue(session, inBody), Status.OK, SignedInView.class);
    }

    record Redemption(
            @CodePointLength(min = 1, max = 100) @Nullable String token,
            @Pattern(regexp = "[A-Za-z0-9_-]{22}") @Nullable String requestId,
            @Pattern(regexp = "[0-9]{6}") @Nullable String code) {}

    record ChosenProfile(
            @NotNull @CodePointLength(min = 1, max = 100) @Pattern(regexp = "[A-Za-z0-9_-]+")
            String ref) {}

    record Refreshment(
            @CodePointLength(min = 1, max = 100) @Nullable String refreshToken) {}
}
