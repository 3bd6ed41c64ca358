package dev.latchkey.login;

import dev.latchkey.access.AccessTokens;
import dev.latchkey.access.RefreshTokens.Handed;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.login.RedeemingLink.SignedIn;
import dev.latchkey.login.SessionOpenedView.SignedInView;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What a client who is let in is handed: an access token, a refresh token, and where they are. */
@ApplicationScoped
class Welcome {

    private final Clinics clinics;
    private final AccessTokens tokens;

    Welcome(Clinics clinics, AccessTokens tokens) {
        this.clinics = clinics;
        this.tokens = tokens;
    }

    <T extends SessionOpenedView> RestResponse<T> to(
            SignedIn signedIn, Handed refreshToken, Status status, Class<T> as) {
        var clinic = clinics.get(signedIn.profile().clinicId());
        var accessToken = tokens.issueFor(signedIn.session());
        var view = SignedInView.of(signedIn.profile(), clinic, accessToken, refreshToken.inBody());
        return ResponseBuilder.create(status, as.cast(view))
                .cookie(refreshToken.cookies())
                .build();
    }
}
