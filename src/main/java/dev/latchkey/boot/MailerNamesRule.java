package dev.latchkey.boot;

import dev.latchkey.standalone.GivenConfig;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names that once were settings of the mail server, and settings of Quarkus Mailer that nothing reads here: neither is left out in silence. */
final class MailerNamesRule {

    static final Pattern FORMER =
            Pattern.compile("LATCHKEY_MAIL_(HOST|PORT|USERNAME|PASSWORD|TLS|START_TLS|FROM|EHLO_NAME|TIMEOUT)");

    private static final String QUARKUS = "QUARKUS_MAILER_";
    private static final String MOCK = "QUARKUS_MAILER_MOCK";

    /** Quarkus fixes it when the application is built, and shows it as if it had been set. */
    private static final String BUILT_IN = "QUARKUS_MAILER_CACHE_ATTACHMENTS";

    private static final String PRINTED =
            "QUARKUS_MAILER_MOCK prints letters and their login links instead of sending them: remove it.";

    private MailerNamesRule() {}

    static Stream<String> brokenBy(GivenConfig configured, Set<String> known) {
        return configured
                .names()
                .filter(configured::has)
                .flatMap(name -> broken(name, configured, known).stream())
                .distinct()
                .sorted();
    }

    private static Optional<String> broken(String name, GivenConfig configured, Set<String> known) {
        var variable = GivenConfig.variable(name);
        var former = FORMER.matcher(variable);
        if (former.matches()) {
            return Optional.of(variable + " is called " + QUARKUS + today(former.group(1)) + ": rename it.");
        }
        if (!variable.startsWith(QUARKUS) || variable.equals(BUILT_IN) || known.contains(variable)) {
            return Optional.empty();
        }
        if (variable.equals(MOCK)) {
            return configured.isOn(name) ? Optional.of(PRINTED) : Optional.empty();
        }
        return Optional.of(variable + " is not read, for Latchkey settles that itself: remove it.");
    }

    private static String today(String former) {
        return switch (former) {
            case "EHLO_NAME" -> "OWN_HOST_NAME now";
            case "TIMEOUT" -> "TIMEOUT now, and is for a whole conversation";
            default -> former + " now";
        };
    }
}
