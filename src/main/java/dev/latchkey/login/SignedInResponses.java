package dev.latchkey.login;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.login.RedeemingLink.SignedIn;
import dev.latchkey.login.SessionOpenedView.SignedInView;
import dev.latchkey.sessions.RefreshTokens.IssuedRefreshToken;
import dev.latchkey.sessions.SessionTokens;
import dev.latchkey.tokens.AccessTokens.IssuedToken;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What a client who is let in is handed: an access token, a refresh token, and where they are. */
@ApplicationScoped
class SignedInResponses {

    private final Clinics clinics;
    private final SessionTokens tokens;

    SignedInResponses(Clinics clinics, SessionTokens tokens) {
        this.clinics = clinics;
        this.tokens = tokens;
    }

    <T extends SessionOpenedView> RestResponse<T> build(
            SignedIn signedIn, IssuedRefreshToken refreshToken, Status status, Class<T> as) {
        var view = view(signedIn, tokens.issueFor(signedIn.session()), refreshToken);
        return ResponseBuilder.create(status, as.cast(view))
                .cookie(refreshToken.cookies())
                .build();
    }

    /** A caller with an access token gets nothing that lasts longer, and so no refresh token: the one they have may be stolen. */
    RestResponse<SignedInView> build(SignedIn signedIn, ClientCaller caller) {
        return RestResponse.ok(view(signedIn, tokens.issueFor(signedIn.session(), caller), IssuedRefreshToken.NOTHING));
    }

    private SignedInView view(SignedIn signedIn, IssuedToken accessToken, IssuedRefreshToken refreshToken) {
        var clinic = clinics.get(signedIn.profile().clinicId());
        return SignedInView.of(signedIn.profile(), clinic, accessToken, refreshToken.inBody());
    }
}
