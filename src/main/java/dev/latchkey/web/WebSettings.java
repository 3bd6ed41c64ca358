package dev.latchkey.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long we listen. */
@ConfigMapping(prefix = "latchkey.web")
interface WebSettings {

    /** By then a body must be there, unless it is an upload. */
    @WithDefault("PT10S")
    Duration bodyTimeout();
}
