package dev.latchkey.boot;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.ratelimit.Limit;
import dev.latchkey.standalone.GivenConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a setting is written. Its default shows it; those without one stand here by name.
 *
 * @param shown ends the sentence that begins with the setting's name
 */
record SettingForm(String shown, Predicate<String> isMet) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,62}(?:\\.[A-Za-z0-9_][A-Za-z0-9_-]{0,62}){0,9}\\.?");
    private static final Pattern IN_BRACKETS_OR_V6 = Pattern.compile("\\[?[0-9A-Fa-f:.]{2,45}]?");
    private static final Pattern COLLECTOR = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:_-]{1,300}(?:/[!-~]{0,300})?");
    private static final Pattern SHARE = Pattern.compile("0(?:\\.[0-9]{1,9})?|1(?:\\.0{1,9})?");
    private static final Set<String> OWN_PORTS = Set.of("QUARKUS_HTTP_PORT", "QUARKUS_MANAGEMENT_PORT");
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final Map<String, SettingForm> NAMED = Map.ofEntries(
            Map.entry("LATCHKEY_REFRESH_TOKEN_CARRIER", oneOf("cookie", "body")),
            Map.entry("QUARKUS_MAILER_START_TLS", oneOf("REQUIRED", "OPTIONAL", "DISABLED")),
            Map.entry("OTEL_EXPORTER_OTLP_PROTOCOL", oneOf("grpc", "http/protobuf")),
            Map.entry(
                    "QUARKUS_MAILER_FROM",
                    new SettingForm(
                            "must be one plain e-mail address, such as no-reply@example.com (the clinic's name comes before it by itself).",
                            value -> EmailAddress.parse(value).isPresent())),
            Map.entry("QUARKUS_MAILER_HOST", host("smtp.example.com, without a port (QUARKUS_MAILER_PORT)")),
            Map.entry("QUARKUS_MAILER_OWN_HOST_NAME", host("portal.example.com")),
            Map.entry(
                    "OTEL_EXPORTER_OTLP_ENDPOINT",
                    new SettingForm("must be an address such as http://collector:4317.", matching(COLLECTOR))),
            Map.entry(
                    "QUARKUS_OTEL_TRACES_SAMPLER_ARG",
                    new SettingForm("must be a share from 0 to 1, such as 0.1.", matching(SHARE))));

    /** Nothing if every value is as good as another, such as a password. */
    static Optional<SettingForm> of(String variable, String standard) {
        if (NAMED.containsKey(variable)) {
            return Optional.ofNullable(NAMED.get(variable));
        }
        if (variable.endsWith("_PORT")) {
            return Optional.of(port(standard, OWN_PORTS.contains(variable)));
        }
        var least = variable.startsWith("QUARKUS_SHUTDOWN_") ? Duration.ZERO : Duration.ofMillis(1);
        return Stream.of(
                        new SettingForm("must be a whole number from 1, such as " + standard + ".", matching(NUMBER)),
                        new SettingForm("must be true or false.", SettingForm::isBoolean),
                        new SettingForm(
                                "must be a duration, such as " + standard + ".", value -> isDuration(value, least)),
                        new SettingForm(
                                "must be a count and a time, or several with commas between them, such as " + standard
                                        + ".",
                                SettingForm::areLimits))
                .filter(form -> form.isMet.test(standard))
                .findFirst();
    }

    boolean isMetBy(String value) {
        return isMet.test(value.strip());
    }

    private static SettingForm oneOf(String... words) {
        return new SettingForm("must be " + String.join(" or ", words) + ".", value -> Stream.of(words)
                .anyMatch(value::equalsIgnoreCase));
    }

    /** @param own one that we listen at, where 0 takes any that is free */
    private static SettingForm port(String standard, boolean own) {
        return new SettingForm(
                "must be a port, such as " + standard + (own ? ", or 0 for any that is free." : "."),
                value -> own && value.equals("0")
                        || matching(NUMBER).test(value) && Integer.parseInt(value) <= HIGHEST_PORT);
    }

    private static SettingForm host(String example) {
        return new SettingForm(
                "must be the name or address of a host, such as " + example + ".",
                matching(NAME)
                        .or(value -> value.contains(":")
                                && matching(IN_BRACKETS_OR_V6).test(value)));
    }

    private static Predicate<String> matching(Pattern pattern) {
        return pattern.asMatchPredicate();
    }

    /** The framework takes every other word for false. */
    private static boolean isBoolean(String value) {
        return Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "1", "0")
                .contains(value.toLowerCase(Locale.ROOT));
    }

    private static boolean isDuration(String value, Duration least) {
        try {
            var duration = DurationConverter.parseDuration(value);
            return duration.compareTo(least) >= 0 && duration.compareTo(LONGEST) <= 0;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    private static boolean areLimits(String value) {
        try {
            GivenConfig.COMMA.splitAsStream(value).forEach(Limit::parse);
            return !value.isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
