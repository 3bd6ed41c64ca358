package dev.latchkey.staff;

import dev.latchkey.access.RefreshTokens;
import dev.latchkey.kernel.InstallationSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** How device tokens travel: in a cookie, or, where refresh tokens travel in bodies, in a header. Signing out leaves them where they are. */
@ApplicationScoped
class DeviceTokens {

    static final String COOKIE = "__Host-latchkey-device";
    static final String HEADER = "Latchkey-Device";

    private final RefreshTokens carrier;
    private final InstallationSecret secret;
    private final Clock clock;

    DeviceTokens(RefreshTokens carrier, InstallationSecret secret, Clock clock) {
        this.carrier = carrier;
        this.secret = secret;
        this.clock = clock;
    }

    Optional<DeviceToken> presented(@Nullable String inHeader, @Nullable String inCookie) {
        var now = clock.instant();
        return DeviceToken.parse(inHeader, secret, now).or(() -> DeviceToken.parse(inCookie, secret, now));
    }

    /** Adds a new one to the answer for whoever has just shown to be the member. */
    <T> ResponseBuilder<T> issue(ResponseBuilder<T> answer, StaffMember member) {
        var token = DeviceToken.issue(member, secret, clock.instant()).opaque();
        answer.header(HttpHeaders.CACHE_CONTROL, "no-store");
        return carrier.travelInBodies() ? answer.header(HEADER, token) : answer.cookie(cookie(token));
    }

    private static NewCookie cookie(String token) {
        return new NewCookie.Builder(COOKIE)
                .value(token)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(Math.toIntExact(DeviceToken.LIFETIME.toSeconds()))
                .build();
    }
}
