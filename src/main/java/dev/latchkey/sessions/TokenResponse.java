package dev.latchkey.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.sessions.RefreshTokens.IssuedRefreshToken;
import dev.latchkey.tokens.AccessTokens.IssuedToken;
import org.jspecify.annotations.Nullable;

/** What every signed-in answer begins with, after OAuth's token response (RFC 6749, 5.1). No refresh token if that one travels in a cookie. */
public record TokenResponse(
        String status,
        String accessToken,
        String tokenType,
        long expiresIn,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String refreshToken) {

    static TokenResponse of(IssuedToken accessToken, IssuedRefreshToken refreshToken) {
        return new TokenResponse(
                "signed-in", accessToken.value(), "Bearer", accessToken.expiresIn(), refreshToken.inBody());
    }

    @Override
    public String toString() {
        return "TokenResponse[hidden]";
    }
}
