package dev.latchkey.boot;

import dev.latchkey.kernel.Loopback;
import dev.latchkey.standalone.GivenConfig;
import java.util.Optional;

/** A letter holds a link that opens a client's records, so it travels encrypted. */
final class MailRule {

    private static final String REQUIRED = "REQUIRED";
    private static final String CATCHER = "latchkey.mail.unencrypted";
    private static final String OPEN_LETTERS =
            "QUARKUS_MAILER_START_TLS lets login links travel where others can read them: remove it, or set it to REQUIRED or"
                    + " QUARKUS_MAILER_TLS to true (for a mail catcher that knows no TLS, LATCHKEY_MAIL_UNENCRYPTED=true).";

    private MailRule() {}

    static Optional<String> brokenBy(GivenConfig configured) {
        var isOnThisMachine =
                said(configured, "host").filter(Loopback::isLoopback).isPresent();
        var isEncrypted = said(configured, "tls").filter(GivenConfig::isYes).isPresent();
        return said(configured, "start-tls")
                .filter(chosen -> !chosen.equalsIgnoreCase(REQUIRED))
                .filter(chosen -> !isOnThisMachine && !isEncrypted && !configured.isOn(CATCHER))
                .map(chosen -> OPEN_LETTERS);
    }

    /** Our name, which counts, takes its value from the one that operators know, unless it was given one of its own. */
    private static Optional<String> said(GivenConfig configured, String what) {
        return configured
                .value("latchkey.mail." + what)
                .filter(value -> !value.contains("${"))
                .or(() -> configured.value("quarkus.mailer." + what))
                .map(String::strip);
    }
}
