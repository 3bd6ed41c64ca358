package dev.latchkey.bounces;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the mail provider and we know. */
@ConfigMapping(prefix = "latchkey.mail-events")
interface MailEventSettings {

    /** Signs mail events; without one none are taken in. At least 32 random characters. */
    Optional<String> secret();
}
