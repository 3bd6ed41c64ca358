package dev.latchkey.mail;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Loopback;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;

@ConfigMapping(prefix = "latchkey.mail")
interface MailSettings {

    /** The sender of all letters, whose display name is the clinic's. */
    @WithConverter(Sender.class)
    EmailAddress from();

    String host();

    int port();

    Optional<String> username();

    Optional<String> password();

    /** TLS from the first byte, RFC 8314. */
    boolean tls();

    /** STARTTLS, RFC 3207. Nothing said: required, unless the mail server is on this machine. */
    @WithName("start-tls")
    Optional<StartTls> chosenStartTls();

    default StartTls startTls() {
        return chosenStartTls().orElse(Loopback.isLoopback(host()) ? StartTls.OPTIONAL : StartTls.REQUIRED);
    }

    /** What we call ourselves in EHLO (RFC 5321, 4.1.1.1). Nothing said: the host of the portal's address. */
    Optional<String> ehloName();

    /** How long to wait for the connection, and for each answer of the mail server. */
    @WithDefault("15s")
    Duration timeout();

    /** How long after it was queued a letter is given up that no mail server has refused for good. */
    @WithDefault("24h")
    Duration giveUpAfter();

    enum StartTls {
        /** An eavesdropper on the way can read the links: for a mail server on the same machine only. */
        DISABLED,
        /** If the server offers it: an attacker who can change what it says can read the links. */
        OPTIONAL,
        REQUIRED
    }

    class Sender implements Converter<EmailAddress> {

        @Override
        public EmailAddress convert(String typed) {
            return EmailAddress.parse(typed)
                    .orElseThrow(() -> new IllegalArgumentException("not one plain e-mail address: " + typed));
        }
    }
}
