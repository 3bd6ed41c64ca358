package dev.latchkey.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long we listen, and to whom about where others come from. */
@ConfigMapping(prefix = "latchkey.web")
interface WebSettings {

    /** By then a body must be there, unless it is an upload. */
    @WithDefault("PT10S")
    Duration bodyTimeout();

    /** Networks (CIDR) of the proxies in front of us, whose word about their callers' addresses counts. */
    Optional<List<String>> trustedProxies();
}
