package dev.latchkey.login;

import dev.latchkey.access.ChoiceToken;
import dev.latchkey.access.Right;
import dev.latchkey.http.Showing;
import dev.latchkey.input.InvalidRequest;
import dev.latchkey.kernel.PublicId;
import dev.latchkey.kernel.Secret;
import dev.latchkey.login.RedemptionResult.ChoiceRequired;
import dev.latchkey.login.RedemptionResult.SignedIn;
import dev.latchkey.login.SessionOpenedView.ProfileChoiceRequiredView;
import dev.latchkey.login.SessionOpenedView.SignedInView;
import dev.latchkey.loginlinks.LoginCode;
import dev.latchkey.loginlinks.LoginLimits;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RequestLimit;
import dev.latchkey.sessions.SignedInResponses;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.function.Function;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Redeeming, choosing, refreshing, switching and signing out as a client. */
@Path("/v1/sessions")
class SessionsResource {

    private final RedeemingLink redeeming;
    private final ChoosingProfile choosing;
    private final SignedInResponses responses;
    private final SignedInViews views;
    private final LoginLimits limits;
    private final ChoiceToken choiceToken;
    private final Showing showing;

    SessionsResource(
            RedeemingLink redeeming,
            ChoosingProfile choosing,
            SignedInResponses responses,
            SignedInViews views,
            LoginLimits limits,
            ChoiceToken choiceToken,
            Showing showing) {
        this.redeeming = redeeming;
        this.choosing = choosing;
        this.responses = responses;
        this.views = views;
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
                    PublicId.parse(redemption.requestId).id(), new LoginCode(redemption.code), answer);
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
        return responses
                .answerSignIn(signedIn.session(), tokens -> as.cast(views.build(signedIn, tokens)))
                .build();
    }

    record Redemption(
            @CodePointLength(min = 1, max = 100) @Nullable String token,
            @Pattern(regexp = "[A-Za-z0-9_-]{22}") @Nullable String requestId,
            @Pattern(regexp = "[0-9]{6}") @Nullable String code) {}

    record ChosenProfile(
            @NotNull @CodePointLength(min = 1, max = 100) @Pattern(regexp = "[A-Za-z0-9_-]+")
            String ref) {}
}
