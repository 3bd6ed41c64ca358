package dev.latchkey.sessions;

import dev.latchkey.tokens.Audience;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/** The cookie that a refresh token travels in. The prefix of its name makes browsers hold us to the rest (RFC 6265bis, 4.1.3.2). */
public final class RefreshTokenCookie {

    public static final String CLIENT = "__Host-latchkey-client";
    public static final String STAFF = "__Host-latchkey-staff";

    private RefreshTokenCookie() {}

    static NewCookie of(Audience audience, String token, Duration age) {
        return new NewCookie.Builder(audience == Audience.CLIENT ? CLIENT : STAFF)
                .value(token)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(Math.toIntExact(age.toSeconds()))
                .build();
    }

    /** In place of the cookie that the holder of a session had until it ended. */
    static NewCookie forgotten(Audience audience) {
        return of(audience, "", Duration.ZERO);
    }
}
