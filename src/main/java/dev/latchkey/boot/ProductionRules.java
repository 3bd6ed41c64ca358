package dev.latchkey.boot;

import static java.util.function.Predicate.not;

import dev.latchkey.standalone.GivenConfig;
import dev.latchkey.standalone.StandaloneSettings;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an operator must have settled before Latchkey touches anything: a sentence for each rule that is broken. */
final class ProductionRules {

    private static final String PRODUCTION = "prod";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private static final String MAIL = "quarkus.mailer.host";
    private static final String SENDER = "quarkus.mailer.from";
    private static final String FILES = "latchkey.files.directory";
    private static final List<String> OF_A_CONFIGURED_INSTALLATION =
            List.of(StandaloneSettings.DATABASE, MAIL, "latchkey.portal-url", "latchkey.staff-url", "latchkey.secret");

    private static final String NO_DATABASE =
            "No database is configured: set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL database"
                    + " (with QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD), or LATCHKEY_STANDALONE=true to try Latchkey out"
                    + " with a database and a mailbox of its own.";
    private static final String NO_MAIL =
            "QUARKUS_MAILER_HOST is missing: without a mail server no login link arrives, and no client gets in.";
    private static final String NO_SENDER =
            "QUARKUS_MAILER_FROM is missing: set it to the address that login links come from, such as no-reply@example.com.";
    private static final String NO_FILES =
            "LATCHKEY_FILES_DIRECTORY is missing: set it to a directory on a disk that is backed up.";
    private static final String CHEAP_PASSWORDS =
            "LATCHKEY_PASSWORD_MEMORY is less than 19456 (KiB), the least that OWASP asks for: raise it, or remove it.";
    private static final int LEAST_PASSWORD_MEMORY = 19_456;
    private static final int SHORTEST_SECRET = 32;
    private static final String SHORT_SECRET =
            "LATCHKEY_MAIL_EVENTS_SECRET is shorter than 32 characters: set it to what `openssl rand -base64 32` prints.";
    private static final String NOT_YET_RESTORED =
            "LATCHKEY_RESTORED_AT must be the moment when a backup was put back, as `date -u +%FT%TZ` prints it, and not in the future.";

    private ProductionRules() {}

    static List<String> brokenBy(GivenConfig configured) {
        if (OF_A_CONFIGURED_INSTALLATION.stream().noneMatch(configured::has)) {
            return List.of(NO_DATABASE); // a first start: what else would be missing comes later
        }
        return Stream.of(
                        otherProfile(configured),
                        missing(configured, StandaloneSettings.DATABASE, NO_DATABASE),
                        AddressRule.PORTAL.brokenBy(configured),
                        AddressRule.STAFF.brokenBy(configured),
                        SecretRule.CURRENT.brokenBy(configured),
                        SecretRule.PREVIOUS.brokenBy(configured),
                        missing(configured, MAIL, NO_MAIL),
                        missing(configured, SENDER, NO_SENDER),
                        missing(configured, FILES, NO_FILES),
                        MailRule.brokenBy(configured),
                        OperatorKeyRule.brokenBy(configured),
                        configured
                                .value("latchkey.mail-events.secret")
                                .filter(secret -> secret.strip().length() < SHORTEST_SECRET)
                                .map(secret -> SHORT_SECRET),
                        configured
                                .value("latchkey.password.memory")
                                .filter(memory -> isLess(memory, LEAST_PASSWORD_MEMORY))
                                .map(memory -> CHEAP_PASSWORDS),
                        configured
                                .value("latchkey.restored-at")
                                .filter(not(ProductionRules::isPast))
                                .map(moment -> NOT_YET_RESTORED),
                        OriginRule.brokenBy(configured),
                        ProxyRule.FORWARDING.brokenBy(configured),
                        ProxyRule.TRUSTED.brokenBy(configured))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Those of development and tests have limits that limit nothing. */
    private static Optional<String> otherProfile(GivenConfig configured) {
        return configured.profiles().stream()
                .filter(not(PRODUCTION::equals))
                .findFirst()
                .map(profile -> "QUARKUS_PROFILE is " + profile
                        + ", and what holds for development and tests is no protection: remove it.");
    }

    private static Optional<String> missing(GivenConfig configured, String name, String sentence) {
        return configured.has(name) ? Optional.empty() : Optional.of(sentence);
    }

    private static boolean isLess(String number, int least) {
        return !NUMBER.matcher(number.strip()).matches() || Integer.parseInt(number.strip()) < least;
    }

    private static boolean isPast(String moment) {
        try {
            return !Instant.parse(moment).isAfter(Instant.now());
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
