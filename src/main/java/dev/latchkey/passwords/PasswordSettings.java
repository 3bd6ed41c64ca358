package dev.latchkey.passwords;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a password's hash costs. */
@ConfigMapping(prefix = "latchkey.password")
interface PasswordSettings {

    /** In KiB. The default is what OWASP's password storage cheat sheet names first for Argon2id; production refuses less. */
    @WithDefault("19456")
    int memory();

    /** How long a caller waits for their turn: only so many passwords are hashed at once as there are processors. */
    @WithDefault("PT5S")
    Duration patience();

    /** How many wait for their turn; further ones get a 503 at once, for each would hold a permit that all requests share. */
    @WithDefault("16")
    int queueSize();
}
