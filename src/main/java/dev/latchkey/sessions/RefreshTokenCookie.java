package dev.latchkey.sessions;

import dev.latchkey.tokens.Audience;
import java.time.Duration;

/** The cookie that a refresh token travels in. */
public final class RefreshTokenCookie {

    public static final String CLIENT = HostCookie.PREFIX + "client";
    public static final String STAFF = HostCookie.PREFIX + "staff";

    private RefreshTokenCookie() {}

    static HostCookie of(Audience audience, String token, Duration age) {
        return new HostCookie(audience == Audience.CLIENT ? CLIENT : STAFF, token, age);
    }

    /** In place of the cookie that the holder of a session had until it ended. */
    static HostCookie forgotten(Audience audience) {
        return of(audience, "", Duration.ZERO);
    }
}
