package dev.latchkey.login;

import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.input.InvalidRequest;
import dev.latchkey.input.NonNullIfPresent;
import dev.latchkey.input.TypedCode;
import dev.latchkey.kernel.PublicId;
import dev.latchkey.kernel.Secret;
import dev.latchkey.login.RedemptionResult.ChoiceRequired;
import dev.latchkey.login.RedemptionResult.SignedIn;
import dev.latchkey.login.SessionOpenedView.ProfileChoiceRequiredView;
import dev.latchkey.loginlinks.LoginCode;
import dev.latchkey.loginlinks.LoginLimits;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RequestLimit;
import dev.latchkey.sessions.SignedInResponses;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** How a client comes in: by a link, or by the code of its letter. */
@Path("/v1/sessions")
class SessionsResource {

    private final RedeemingLink redeeming;
    private final SignedInResponses responses;
    private final SignedInViews views;
    private final LoginLimits limits;
    private final AnswerSerialization serialization;

    SessionsResource(
            RedeemingLink redeeming,
            SignedInResponses responses,
            SignedInViews views,
            LoginLimits limits,
            AnswerSerialization serialization) {
        this.redeeming = redeeming;
        this.responses = responses;
        this.views = views;
        this.limits = limits;
        this.serialization = serialization;
    }

    @POST
    @PermitAll
    @RateLimited(RequestLimit.SIGN_IN_REQUESTS)
    @ResponseStatus(201)
    public RestResponse<SessionOpenedView> redeemLoginLink(@Valid @NotNull Redemption redemption) {
        var answer = serialization.beforeCommit((RedemptionResult result) -> answer(result));
        var token = redemption.token;
        var requestId = redemption.requestId;
        var code = redemption.code;
        if (token != null && requestId == null && code == null) {
            return redeeming.redeem(new Secret(token), answer);
        }
        if (token == null && requestId != null && code != null) {
            var request = PublicId.parse(requestId).id();
            return limits.countWrongCodes(() -> redeeming.redeemCode(request, new LoginCode(code), answer));
        }
        throw new InvalidRequest("/token", "invalid", "Send either the token of a link, or requestId and code.");
    }

    private RestResponse<SessionOpenedView> answer(RedemptionResult result) {
        return result instanceof ChoiceRequired required
                ? RestResponse.status(Status.CREATED, ProfileChoiceRequiredView.of(required))
                : answer((SignedIn) result);
    }

    private RestResponse<SessionOpenedView> answer(SignedIn signedIn) {
        return responses
                .<SessionOpenedView>answerSignIn(signedIn.session(), tokens -> views.build(signedIn, tokens))
                .build();
    }

    /** Either the token, or the other two. */
    static class Redemption {

        @NonNullIfPresent
        @CodePointLength(min = 1, max = 100)
        public @Nullable String token;

        @NonNullIfPresent
        @Pattern(regexp = "[A-Za-z0-9_-]{22}")
        public @Nullable String requestId;

        @NonNullIfPresent
        @TypedCode
        @Pattern(regexp = "[0-9]{6}")
        public @Nullable String code;
    }
}
