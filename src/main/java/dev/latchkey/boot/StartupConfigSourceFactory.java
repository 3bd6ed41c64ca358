package dev.latchkey.boot;

import dev.latchkey.framework.ApplicationStart;
import dev.latchkey.standalone.GivenConfig;
import dev.latchkey.standalone.StandaloneSettings;
import dev.latchkey.standalone.StartupException;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The first step of a start: Latchkey runs standalone, runs as configured, or refuses. */
public final class StartupConfigSourceFactory implements ConfigSourceFactory {

    private static final int ABOVE_THE_ENVIRONMENT = 500; // so that a variable that is set but empty does not win

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (!ApplicationStart.isHappening()) {
            return List.of();
        }
        // Numbers get into codes, queries and commands, and in some languages Java writes them in digits that other
        // programs do not read.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        // Liquibase otherwise reports every start to its maker. It reads this name from nowhere else.
        System.setProperty("liquibase.analytics.enabled", "false");
        // How many seconds a node waits before it looks again whether another one has migrated the database.
        System.setProperty("liquibase.changelogLockPollRate", "1");
        var configured = new UnderstoodConfig(new ContextConfig(context));
        var understood = new SuppliedSource("understood", configured.settings());
        var nothingConfigured = LaunchMode.current().isDevOrTest() && !configured.has(StandaloneSettings.DATABASE);
        var isStandalone =
                configured.value("latchkey.standalone").map(GivenConfig::isYes).orElse(nothingConfigured);
        if (LaunchMode.current().isProduction()) {
            refuseWhatIsBroken(configured, isStandalone);
        }
        var supplied = new HashMap<>(MailRule.supplied(configured));
        if (isStandalone) {
            supplied.putAll(standalone(configured));
        }
        return List.of(new SuppliedSource("supplied", supplied), traces(configured), understood);
    }

    private static void refuseWhatIsBroken(GivenConfig configured, boolean isStandalone) {
        var known = new KnownSettings();
        var broken = new ArrayList<>(isStandalone ? List.of() : ProductionRules.brokenBy(configured));
        known.brokenBy(configured).stream()
                .filter(sentence ->
                        broken.stream().noneMatch(other -> firstWord(other).equals(firstWord(sentence))))
                .toList()
                .forEach(broken::add);
        if (broken.isEmpty() && !isStandalone) {
            DatabaseRule.brokenBy(configured).ifPresent(broken::add);
        }
        if (!broken.isEmpty()) {
            broken.addAll(known.unknownAmong(KnownSettings.namesOfTheProcess()));
            throw refusal(broken);
        }
    }

    private static String firstWord(String sentence) {
        return sentence.substring(0, sentence.indexOf(' '));
    }

    /** Traces are made only if a collector is configured; otherwise they cost nothing. */
    private static ConfigSource traces(GivenConfig configured) {
        var request = Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.datasource.jdbc.telemetry.enabled", "true");
        return new SuppliedSource("traces", configured.has("otel.exporter.otlp.endpoint") ? request : Map.of());
    }

    private static Map<String, String> standalone(GivenConfig configured) {
        try {
            return StandaloneSettings.begin(configured);
        } catch (StartupException e) {
            throw refusal(List.of(e.sentence()));
        }
    }

    /** The framework prints the message of this exception alone, and exits with 1. */
    private static ConfigurationException refusal(List<String> sentences) {
        if (LaunchMode.current().isProduction()) {
            // What was logged so far does not help the operator, who needs the reason why this did not start.
            ApplicationStart.forgetEarlyLog();
        }
        return new ConfigurationException(String.join(System.lineSeparator(), sentences));
    }

    /** Keeps quiet about names the framework does not know, which it would take for mistakes. */
    private static final class SuppliedSource extends PropertiesConfigSource {

        SuppliedSource(String name, Map<String, String> settings) {
            super(settings, name, ABOVE_THE_ENVIRONMENT);
        }

        @Override
        public Set<String> getPropertyNames() {
            return super.getPropertyNames().stream()
                    .filter(name -> !name.startsWith("latchkey."))
                    .collect(Collectors.toSet());
        }
    }
}
