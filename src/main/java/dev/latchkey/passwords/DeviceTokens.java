package dev.latchkey.passwords;

import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.sessions.RefreshTokens;
import dev.latchkey.sessions.TokenCookie;
import dev.latchkey.staff.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** How device tokens travel: in a cookie for each member, for colleagues may share a browser; or, where refresh tokens travel in bodies, in a header. Signing out leaves them where they are. */
@ApplicationScoped
public class DeviceTokens {

    private static final String COOKIE = TokenCookie.PREFIX + "device";
    public static final String HEADER = "Latchkey-Device";

    private static final String PURPOSE = "device-cookie";
    private static final int COOKIES = 50;

    private final RefreshTokens carrier;
    private final InstallationSecret secret;
    private final Clock clock;

    DeviceTokens(RefreshTokens carrier, InstallationSecret secret, Clock clock) {
        this.carrier = carrier;
        this.secret = secret;
        this.clock = clock;
    }

    /** All that are good, of every member. */
    public List<DeviceToken> presented(@Nullable String inHeader, HttpHeaders request) {
        var now = clock.instant();
        return Stream.concat(Stream.ofNullable(inHeader), inCookies(request))
                .flatMap(token -> DeviceToken.parse(token, secret, now).stream())
                .toList();
    }

    private static Stream<String> inCookies(HttpHeaders request) {
        return request.getCookies().values().stream()
                .filter(cookie -> cookie.getName().startsWith(COOKIE))
                .map(Cookie::getValue)
                .limit(COOKIES);
    }

    /** Adds a new one to the answer. Its caller has just shown to be the member. */
    public <T> ResponseBuilder<T> issue(ResponseBuilder<T> answer, StaffMember member) {
        var token = DeviceToken.issue(member, secret, clock.instant()).opaque();
        answer.header(HttpHeaders.CACHE_CONTROL, "no-store");
        return carrier.travelInBodies()
                ? answer.header(HEADER, token)
                : cookie(member, token).addTo(answer);
    }

    /** In an answer of its own. The member set the password in this browser, and is no stranger there, however many others are guessing. */
    public RestResponse<Void> issueAlone(StaffMember member) {
        return issue(ResponseBuilder.<Void>noContent(), member).build();
    }

    private TokenCookie cookie(StaffMember member, String token) {
        return new TokenCookie(COOKIE + "-" + mark(member), token, DeviceToken.LIFETIME);
    }

    /** Tells members apart without saying who they are. */
    private String mark(StaffMember member) {
        return HexFormat.of().formatHex(secret.keyedHash(PURPOSE, member.id().toString()), 0, 4);
    }
}
