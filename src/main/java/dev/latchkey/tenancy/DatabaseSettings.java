package dev.latchkey.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the database may work for one caller. */
@ConfigMapping(prefix = "latchkey.database")
interface DatabaseSettings {

    /**
     * For one statement of a request, waiting for locks included. Nobody waits longer for an answer, and what runs on would keep a connection
     * from all others. Background work and migrations take as long as they take.
     */
    @WithDefault("PT10S")
    Duration statementTimeout();
}
