package dev.latchkey.sessions;

import dev.latchkey.http.WebReason;
import dev.latchkey.kernel.InstallationSecret;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How refresh tokens travel: in a cookie that no script can read and that only the site's own pages make the browser send, or in
 * bodies, for portals on another site than the API.
 */
@ApplicationScoped
public class RefreshTokens {

    private final InstallationSecret secret;
    private final RefreshSettings settings;
    private final Clock clock;

    RefreshTokens(InstallationSecret secret, RefreshSettings settings, Clock clock) {
        this.secret = secret;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The token that came with a request. A cookie comes by itself, so it counts only from a page that says where it is from; the pages
     * of strangers are refused before anything else.
     */
    public String presented(@Nullable String inBody, @Nullable String inCookie, @Nullable String origin) {
        if (inBody != null) {
            return inBody;
        }
        if (inCookie == null) {
            throw SessionReason.REFRESH_TOKEN_INVALID.refusal();
        }
        if (origin == null) {
            throw WebReason.ORIGIN_NOT_ALLOWED.refusal();
        }
        return inCookie;
    }

    /** The way that the installation is set to. */
    IssuedRefreshToken issue(Session session) {
        return issue(session, travelInBodies());
    }

    /** The way that the one before came. */
    IssuedRefreshToken issue(Session session, boolean inBody) {
        var token = session.refreshToken(secret).opaque();
        var left = Duration.between(clock.instant(), session.endsAt());
        return inBody
                ? new IssuedRefreshToken(token, null)
                : new IssuedRefreshToken(null, TokenCookie.refreshing(session.audience(), token, left));
    }

    /** Rather than in cookies, which a browser would not send to us from the portal's site. */
    public boolean travelInBodies() {
        return settings.carrier() == RefreshSettings.Carrier.BODY;
    }

    /** A token on its way to the one who is signed in: in the body, or in a cookie. */
    record IssuedRefreshToken(
            @Nullable String inBody, @Nullable TokenCookie cookie) {

        /** To a caller who has theirs already. */
        static final IssuedRefreshToken NOTHING = new IssuedRefreshToken(null, null);
    }

    @ConfigMapping(prefix = "latchkey.refresh-token")
    interface RefreshSettings {

        /** {@code cookie}, or {@code body} for portals on another site than the API. */
        @WithDefault("cookie")
        Carrier carrier();

        enum Carrier {
            COOKIE,
            BODY
        }
    }
}
