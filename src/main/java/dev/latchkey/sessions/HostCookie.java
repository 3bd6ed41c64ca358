package dev.latchkey.sessions;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * A cookie for this host alone, which no script can read and no other site's page makes a browser send. The prefix of its name makes browsers hold us to
 * it (RFC 6265bis, 4.1.3.2).
 *
 * @param name with the prefix
 * @param age 0 for one that the browser is to forget
 */
public record HostCookie(String name, String value, Duration age) {

    public static final String PREFIX = "__Host-latchkey-";

    public <T> ResponseBuilder<T> addTo(ResponseBuilder<T> answer) {
        return answer.header(HttpHeaders.SET_COOKIE, line());
    }

    /** The framework's own would say {@code Version=1}, which is of a standard that has ended, and which some libraries refuse. */
    private String line() {
        return "%s=%s; Path=/; Max-Age=%d; Secure; HttpOnly; SameSite=Strict".formatted(name, value, age.toSeconds());
    }
}
