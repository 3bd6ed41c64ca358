package dev.latchkey.boot;

import dev.latchkey.kernel.Loopback;
import dev.latchkey.standalone.GivenConfig;
import java.util.Map;
import java.util.Optional;

/** A letter holds a link that opens a client's records, so it travels encrypted. */
final class MailRule {

    private static final String START_TLS = "quarkus.mailer.start-tls";
    private static final String REQUIRED = "REQUIRED";
    private static final String CATCHER = "latchkey.mail.unencrypted";
    private static final String OPEN_LETTERS =
            "QUARKUS_MAILER_START_TLS lets login links travel where others can read them: remove it, or set it to REQUIRED or"
                    + " QUARKUS_MAILER_TLS to true (for a mail catcher that knows no TLS, LATCHKEY_MAIL_UNENCRYPTED=true).";

    private MailRule() {}

    /** What nothing said means: Quarkus Mailer takes STARTTLS if it is offered, and goes on without it, which is good enough on this machine alone. */
    static Map<String, String> supplied(GivenConfig configured) {
        return configured.has(START_TLS)
                ? Map.of()
                : Map.of(START_TLS, isOnThisMachine(configured) ? "OPTIONAL" : REQUIRED);
    }

    static Optional<String> brokenBy(GivenConfig configured) {
        var isEncrypted = said(configured, "quarkus.mailer.tls")
                .filter(GivenConfig::isYes)
                .isPresent();
        return said(configured, START_TLS)
                .filter(chosen -> !chosen.equalsIgnoreCase(REQUIRED))
                .filter(chosen -> !isOnThisMachine(configured) && !isEncrypted && !configured.isOn(CATCHER))
                .map(chosen -> OPEN_LETTERS);
    }

    private static boolean isOnThisMachine(GivenConfig configured) {
        return Loopback.isLoopback(said(configured, "quarkus.mailer.host").orElse("localhost"));
    }

    private static Optional<String> said(GivenConfig configured, String name) {
        return configured.value(name).map(String::strip);
    }
}
