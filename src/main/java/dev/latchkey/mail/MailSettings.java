package dev.latchkey.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "latchkey.mail")
interface MailSettings {

    /** How long after it was queued a letter is given up that no mail server has refused for good. */
    @WithDefault("24h")
    Duration giveUpAfter();
}
