package dev.latchkey.smtp;

import dev.latchkey.kernel.EmailAddress;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;

/** Those of Quarkus Mailer's settings that count here; boot.MailerNamesRule refuses the others. */
@ConfigMapping(prefix = "quarkus.mailer")
public interface MailServerSettings {

    /**
     * A domain that can never exist (RFC 2606): an installation that was not told its sender is refused by the first mail server, instead
     * of writing in another person's name.
     */
    EmailAddress NO_SENDER = new EmailAddress("no-reply@latchkey.invalid");

    @WithName("from")
    Optional<@WithConverter(Sender.class) EmailAddress> chosenSender();

    /** The sender of all letters, whose display name is the clinic's. */
    default EmailAddress sender() {
        return chosenSender().orElse(NO_SENDER);
    }

    @WithName("host")
    Optional<String> chosenHost();

    default String host() {
        return chosenHost().orElse("localhost");
    }

    @WithDefault("587")
    int port();

    Optional<String> username();

    Optional<String> password();

    /** TLS from the first byte, RFC 8314. */
    @WithDefault("false")
    boolean tls();

    /** STARTTLS, RFC 3207. Nothing said: required, unless the mail server is on this machine (boot.MailRule). */
    @WithName("start-tls")
    StartTLSOptions startTls();

    /** What we call ourselves in EHLO (RFC 5321, 4.1.1.1). Nothing said: the host of the portal's address. */
    Optional<String> ownHostName();

    /** How long a conversation with the mail server may take. It may say nothing for a quarter of that. */
    @WithDefault("60s")
    Duration timeout();

    default Duration silence() {
        return timeout().dividedBy(4);
    }

    class Sender implements Converter<EmailAddress> {

        @Override
        public EmailAddress convert(String typed) {
            return EmailAddress.parse(typed)
                    .orElseThrow(() -> new IllegalArgumentException("not one plain e-mail address: " + typed));
        }
    }
}
