package dev.latchkey.sessions;

import dev.latchkey.tokens.Audience;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The cookie that a token travels in: for this host alone, read by no script, and sent for no other site's page. The prefix of its name makes browsers
 * hold us to it (RFC 6265bis, 4.1.3.2).
 *
 * @param age 0 for one that the browser is to forget
 */
public record TokenCookie(String name, String token, Duration age) {

    public static final String PREFIX = "__Host-latchkey-";
    public static final String CLIENT = PREFIX + "client";
    public static final String STAFF = PREFIX + "staff";

    static TokenCookie refreshing(Audience audience, String token, Duration age) {
        return new TokenCookie(audience == Audience.CLIENT ? CLIENT : STAFF, token, age);
    }

    /** In place of the cookie that the holder of a session had until it ended. */
    static TokenCookie forgotten(Audience audience) {
        return refreshing(audience, "", Duration.ZERO);
    }

    /** The framework's own cookies say {@code Version=1}, which is of a standard that has ended, and which some libraries refuse. */
    public <T> ResponseBuilder<T> addTo(ResponseBuilder<T> answer) {
        return answer.header(
                HttpHeaders.SET_COOKIE,
                "%s=%s; Path=/; Max-Age=%d; Secure; HttpOnly; SameSite=Strict".formatted(name, token, age.toSeconds()));
    }
}
