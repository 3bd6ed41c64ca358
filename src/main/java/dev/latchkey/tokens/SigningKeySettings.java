package dev.latchkey.tokens;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "latchkey.signing-key")
interface SigningKeySettings {

    /** How long a key signs before the next one does. */
    @WithDefault("90d")
    Duration lifetime();

    /** How long before it signs a key is published. Nodes, and others who keep our keys, must have read them again by then. */
    @WithDefault("1d")
    Duration announcement();

    /** How long a node keeps the keys it has read. */
    @WithDefault("5m")
    Duration readAgainAfter();
}
