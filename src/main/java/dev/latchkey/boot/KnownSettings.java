package dev.latchkey.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toMap;

import dev.latchkey.standalone.GivenConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** All settings, with their defaults, as the page on configuration has them: it cannot leave one out (NamingEverySettingTest). */
final class KnownSettings {

    /** {@code | `LATCHKEY_WORK_THREADS` | `10` | … |}. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\| ([^|]+) \\|");

    private static final Pattern OURS = Pattern.compile("LATCHKEY_[A-Z0-9_]+");
    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("_[0-9]{1,9}_$");

    /** What Kubernetes tells every container of a service called latchkey. */
    private static final Pattern OTHERS =
            Pattern.compile("LATCHKEY_(?:(?:[A-Z0-9_]{1,60}_)?SERVICE_(?:HOST|PORT[A-Z0-9_]*)"
                    + "|(?:[A-Z0-9_]{1,60}_)?PORT(?:_[0-9]{1,5}_(?:TCP|UDP)[A-Z_]*)?)");

    private final Map<String, String> standards;

    KnownSettings() {
        standards = ROW.matcher(page())
                .results()
                .collect(toMap(
                        row -> row.group(1), row -> row.group(2).replace("`", ""), (one, other) -> one, TreeMap::new));
    }

    /** A sentence for each value that is not written as its setting wants it, and for each name of the mail server's that is none. */
    List<String> brokenBy(GivenConfig configured) {
        var values = new TreeMap<String, String>();
        configured.names().forEach(name -> remember(name, configured, values));
        return Stream.concat(
                        values.entrySet().stream()
                                .flatMap(setting -> broken(setting.getKey(), setting.getValue()).stream()),
                        MailerNamesRule.brokenBy(configured, standards.keySet()))
                .toList();
    }

    /** With dots it is the value that counts; as a variable of the environment another source may be above it. */
    private void remember(String name, GivenConfig configured, Map<String, String> values) {
        var variable = GivenConfig.variable(name);
        if (standards.containsKey(variable) && (!values.containsKey(variable) || name.contains("."))) {
            configured
                    .value(name)
                    .filter(value -> !value.contains("${"))
                    .ifPresent(value -> values.put(variable, value));
        }
    }

    private Optional<String> broken(String variable, String value) {
        return SettingForm.of(variable, standards.getOrDefault(variable, ""))
                .filter(form -> !form.isMetBy(value))
                .map(form -> variable + " " + form.shown());
    }

    /** A sentence for each name that looks like a setting of ours and is none: a typing error, or a former name. */
    List<String> unknownAmong(Stream<String> names) {
        return names.filter(name -> name.startsWith("LATCHKEY_") || name.startsWith("latchkey."))
                .map(GivenConfig::variable)
                .map(name -> NUMBER_AT_THE_END.matcher(name).replaceFirst(""))
                .filter(OURS.asMatchPredicate())
                .filter(name -> !standards.containsKey(name)
                        && !OTHERS.matcher(name).matches()
                        && !MailerNamesRule.FORMER.matcher(name).matches())
                .distinct()
                .sorted()
                .map(name -> name + " is no setting, and nothing reads it: the nearest one is " + nearest(name) + ".")
                .toList();
    }

    static Stream<String> namesOfTheProcess() {
        return Stream.concat(System.getenv().keySet().stream(), System.getProperties().stringPropertyNames().stream());
    }

    private String nearest(String name) {
        return standards.keySet().stream()
                .filter(known -> known.startsWith("LATCHKEY_"))
                .min(comparing((String known) ->
                                LevenshteinDistance.getDefaultInstance().apply(known, name))
                        .thenComparing(naturalOrder()))
                .orElseThrow();
    }

    private static String page() {
        try (var page = Objects.requireNonNull(KnownSettings.class.getResourceAsStream("/docs/configuration.md"))) {
            return new String(page.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
