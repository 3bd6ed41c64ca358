package dev.latchkey.login;

import dev.latchkey.clients.Clients;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.login.RedemptionResult.SignedIn;
import dev.latchkey.login.SessionOpenedView.SignedInView;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RequestLimit;
import dev.latchkey.sessions.RefreshTokens;
import dev.latchkey.sessions.RefreshingSession;
import dev.latchkey.sessions.Session;
import dev.latchkey.sessions.SignedInResponses;
import dev.latchkey.sessions.TokenCookie;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How a client stays in a session. */
@Path("/v1/sessions")
class SessionRefreshResource {

    private final RefreshingSession refreshing;
    private final RefreshTokens refreshTokens;
    private final Clients clients;
    private final SignedInResponses responses;
    private final SignedInViews views;
    private final AnswerSerialization serialization;

    SessionRefreshResource(
            RefreshingSession refreshing,
            RefreshTokens refreshTokens,
            Clients clients,
            SignedInResponses responses,
            SignedInViews views,
            AnswerSerialization serialization) {
        this.refreshing = refreshing;
        this.refreshTokens = refreshTokens;
        this.clients = clients;
        this.responses = responses;
        this.views = views;
        this.serialization = serialization;
    }

    @POST
    @Path("/refresh")
    @Consumes(MediaType.APPLICATION_JSON) // also of a request without a body, which has no type
    @PermitAll
    @RateLimited(RequestLimit.SIGN_IN_REQUESTS)
    public RestResponse<SignedInView> refreshSession(
            @RestCookie(TokenCookie.CLIENT) @Nullable String cookie,
            @RestHeader("Origin") @Nullable String origin,
            @Valid @Nullable Refreshment refreshment) {
        var inBody = refreshment == null ? null : refreshment.refreshToken;
        return refreshing.refreshClient(
                refreshTokens.presented(inBody, cookie, origin),
                serialization.beforeCommit(session -> answer(session, inBody != null)));
    }

    private RestResponse<SignedInView> answer(Session session, boolean inBody) {
        var signedIn = new SignedIn(clients.entered(session.clinicId(), session.subject()), session);
        return responses
                .answerRefresh(session, inBody, tokens -> views.build(signedIn, tokens))
                .build();
    }

    record Refreshment(
            @CodePointLength(min = 1, max = 100) @Nullable String refreshToken) {}
}
