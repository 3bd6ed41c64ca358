package dev.latchkey.sessions;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.sessions.RefreshTokens.IssuedRefreshToken;
import dev.latchkey.tokens.AccessTokens;
import dev.latchkey.tokens.AccessTokens.IssuedToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * Hands the holder of a session its tokens: an access token, which never outlives the session, and a refresh token in the body or in a
 * cookie. Client or staff member, each feature adds to the answer whom it let in.
 */
@ApplicationScoped
public class SignedInResponses {

    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;

    SignedInResponses(AccessTokens accessTokens, RefreshTokens refreshTokens) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
    }

    /** To a holder who has just signed in. The refresh token travels the way that the installation is set to. */
    public <V> ResponseBuilder<V> answerSignIn(Session session, Function<TokenResponse, V> view) {
        return answer(Status.CREATED, session, refreshTokens.issue(session), view);
    }

    /** To a holder who has refreshed the session. The refresh token travels the way that the one before came. */
    public <V> ResponseBuilder<V> answerRefresh(Session session, boolean inBody, Function<TokenResponse, V> view) {
        return answer(Status.OK, session, refreshTokens.issue(session, inBody), view);
    }

    private <V> ResponseBuilder<V> answer(
            Status status, Session session, IssuedRefreshToken refreshToken, Function<TokenResponse, V> view) {
        var tokens = TokenResponse.of(issue(session, session.endsAt()), refreshToken);
        var answer = ResponseBuilder.create(status, view.apply(tokens));
        var cookie = refreshToken.cookie();
        return cookie == null ? answer : cookie.addTo(answer);
    }

    /**
     * To a client who goes on as another profile. They came with an access token, which may be stolen, and get nothing that lasts longer:
     * no refresh token, and no later end.
     */
    public TokenResponse answerSwitch(Session session, ClientCaller caller) {
        var ends = caller.tokenExpiresAt();
        var accessToken = issue(session, ends.isBefore(session.endsAt()) ? ends : session.endsAt());
        return TokenResponse.of(accessToken, IssuedRefreshToken.NOTHING);
    }

    private IssuedToken issue(Session session, Instant noLaterThan) {
        return accessTokens.issue(session.id(), session.subject(), session.audience(), session.openedAt(), noLaterThan);
    }
}
