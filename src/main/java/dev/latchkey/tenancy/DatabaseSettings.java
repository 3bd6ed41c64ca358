package dev.latchkey.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a statement may take. */
@ConfigMapping(prefix = "latchkey.database")
interface DatabaseSettings {

    /**
     * For one statement of a request, waiting for locks included. No caller waits longer for an answer, and what runs on would keep a connection
     * from all others. Background work and migrations take as long as they take.
     */
    @WithDefault("PT10S")
    Duration statementTimeout();
}
