package dev.latchkey.standalone;

import static java.util.function.Predicate.not;

import dev.latchkey.standalone.Starting.Configured;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What an operator must have settled before Latchkey touches anything: a sentence for each rule that is broken. */
final class ProductionRules {

    static final String DATABASE = "quarkus.datasource.jdbc.url";
    static final String EITHER_OR =
            "LATCHKEY_STANDALONE and QUARKUS_DATASOURCE_JDBC_URL are both set, but the demo clinic and the"
                    + " mailbox anybody can read never run on a configured database: remove one of the two.";

    private static final String MAIL = "quarkus.mailer.host";
    private static final String SENDER = "quarkus.mailer.from";
    private static final String FILES = "latchkey.files.directory";
    private static final String ORIGINS = "quarkus.http.cors.origins";
    private static final List<String> OF_A_CONFIGURED_INSTALLATION =
            List.of(DATABASE, MAIL, "latchkey.portal-url", "latchkey.staff-url", "latchkey.secret");

    private static final String NO_DATABASE =
            "No database is configured: set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL database"
                    + " (with QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD), or LATCHKEY_STANDALONE=true to try Latchkey out"
                    + " with a database and a mailbox of its own.";
    private static final String NO_MAIL =
            "QUARKUS_MAILER_HOST is missing: without a mail server no login link arrives, and nobody gets in.";
    private static final String NO_SENDER =
            "QUARKUS_MAILER_FROM is missing: set it to the address that login links come from, such as no-reply@example.com.";
    private static final String NO_FILES =
            "LATCHKEY_FILES_DIRECTORY is missing: set it to a directory on a disk that is backed up.";
    private static final String KNOWN_OPERATOR_KEY =
            "LATCHKEY_OPERATOR_KEY is the one every standalone installation has: set a random one.";
    private static final String SHORT_OPERATOR_KEY =
            "LATCHKEY_OPERATOR_KEY is shorter than 32 characters: set it to what `openssl rand -base64 32` prints.";
    private static final int SHORTEST_OPERATOR_KEY = 32;
    private static final String LOOSE_ORIGINS =
            "QUARKUS_HTTP_CORS_ORIGINS must list the portal's origins one by one, such as"
                    + " https://portal.example.com, for a wildcard or a pattern lets other sites call the API.";

    private static final String CHEAP_PASSWORDS =
            "LATCHKEY_PASSWORD_MEMORY is less than 19456 (KiB), the least that OWASP asks for: raise it, or remove it.";
    private static final int LEAST_PASSWORD_MEMORY = 19_456;
    private static final String NOT_YET_RESTORED =
            "LATCHKEY_RESTORED_AT must be the moment when a backup was put back, as `date -u +%FT%TZ` prints it, and not in the future.";

    private ProductionRules() {}

    static List<String> brokenBy(Configured configured) {
        if (OF_A_CONFIGURED_INSTALLATION.stream().noneMatch(configured::has)) {
            return List.of(NO_DATABASE); // a first start: what else would be missing comes later
        }
        return Stream.of(
                        missing(configured, DATABASE, NO_DATABASE),
                        AddressRule.PORTAL.brokenBy(configured),
                        AddressRule.STAFF.brokenBy(configured),
                        SecretRule.CURRENT.brokenBy(configured),
                        SecretRule.PREVIOUS.brokenBy(configured),
                        missing(configured, MAIL, NO_MAIL),
                        missing(configured, SENDER, NO_SENDER),
                        missing(configured, FILES, NO_FILES),
                        configured.value("latchkey.operator-key").flatMap(ProductionRules::brokenBy),
                        configured
                                .value("latchkey.password.memory")
                                .filter(memory -> isLess(memory, LEAST_PASSWORD_MEMORY))
                                .map(memory -> CHEAP_PASSWORDS),
                        configured
                                .value("latchkey.restored-at")
                                .filter(not(ProductionRules::isPast))
                                .map(moment -> NOT_YET_RESTORED),
                        origins(configured)
                                .filter(ProductionRules::isLoose)
                                .findFirst()
                                .map(origin -> LOOSE_ORIGINS))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> missing(Configured configured, String name, String sentence) {
        return configured.has(name) ? Optional.empty() : Optional.of(sentence);
    }

    private static Optional<String> brokenBy(String operatorKey) {
        if (operatorKey.equals(StandaloneSettings.OPERATOR_KEY)) {
            return Optional.of(KNOWN_OPERATOR_KEY);
        }
        return operatorKey.strip().length() < SHORTEST_OPERATOR_KEY
                ? Optional.of(SHORT_OPERATOR_KEY)
                : Optional.empty();
    }

    private static boolean isLess(String number, int least) {
        return !number.strip().matches("[0-9]{1,9}") || Integer.parseInt(number.strip()) < least;
    }

    private static boolean isPast(String moment) {
        try {
            return !Instant.parse(moment).isAfter(Instant.now());
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** In one list or, as the framework also reads them, one by one. */
    private static Stream<String> origins(Configured configured) {
        var listed = configured.value(ORIGINS).stream().flatMap(list -> Arrays.stream(list.split(",")));
        var numbered = IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> configured.value(ORIGINS + "[" + number + "]"))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream);
        return Stream.concat(listed, numbered).map(String::strip);
    }

    private static boolean isLoose(String origin) {
        return origin.contains("*") || origin.startsWith("/");
    }
}
