package dev.latchkey.sessions;

import dev.latchkey.ratelimit.Limit;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How refresh tokens travel, and how often they are used. */
@ConfigMapping(prefix = "latchkey.refresh-token")
interface RefreshSettings {

    /** {@code cookie}, or {@code body} for portals on another site than the API. */
    @WithDefault("cookie")
    Carrier carrier();

    /** For each session. */
    @WithDefault("30/60s")
    Limit limit();

    enum Carrier {
        COOKIE,
        BODY
    }
}
