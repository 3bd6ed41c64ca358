package dev.latchkey.standalone;

import static java.util.function.Predicate.not;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.logging.Handler;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The first thing that happens as Latchkey starts: it begins standalone, or runs as configured, or refuses. */
public final class Starting implements ConfigSourceFactory {

    private static final int ABOVE_THE_ENVIRONMENT = 500; // so that a variable that is set but empty does not win
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern NUMBERED = Pattern.compile("[0-9]{1,9}_");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9]");
    private static final Set<String> YES = Set.of("true", "1", "yes", "y", "on"); // as the framework reads a boolean

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (!isApplicationStarting() || ApplicationLifecycleManager.isAppCDSGeneration()) {
            return List.of();
        }
        // Numbers get into codes, queries and commands, and in some languages Java writes them in digits that nobody
        // there reads.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        // Liquibase otherwise reports every start to its maker. It reads this name from nowhere else.
        System.setProperty("liquibase.analytics.enabled", "false");
        // How many seconds a node waits before it looks again whether another one has migrated the database.
        System.setProperty("liquibase.changelogLockPollRate", "1");
        var configured = new Said(context);
        var nothingConfigured = LaunchMode.current().isDevOrTest() && !configured.has(ProductionRules.DATABASE);
        if (configured.value("latchkey.standalone").map(Starting::isYes).orElse(nothingConfigured)) {
            return List.of(standalone(configured), traces(configured));
        }
        if (LaunchMode.current().isProduction()) {
            var broken = ProductionRules.brokenBy(configured);
            if (!broken.isEmpty()) {
                throw refusal(broken);
            }
            DatabaseRule.brokenBy(configured).map(List::of).ifPresent(sentence -> {
                throw refusal(sentence);
            });
        }
        return List.of(traces(configured));
    }

    /** Configuration is also read by the build and by the test runner, which must find nothing running and leave nothing behind. */
    private static boolean isApplicationStarting() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(Application.class.getName())));
    }

    static boolean isYes(String said) {
        return YES.contains(said.strip().toLowerCase(Locale.ROOT));
    }

    /** They are made where somebody takes them, and otherwise cost nothing. */
    private static ConfigSource traces(Configured configured) {
        var wanted = Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.datasource.jdbc.telemetry.enabled", "true");
        return new Supplied("traces", configured.has("otel.exporter.otlp.endpoint") ? wanted : Map.of());
    }

    private static ConfigSource standalone(Configured configured) {
        try {
            return new Supplied("standalone", StandaloneSettings.begin(configured));
        } catch (CannotStart e) {
            throw refusal(List.of(e.sentence()));
        }
    }

    /** The framework prints the message of this exception alone, and exits with 1. */
    private static ConfigurationException refusal(List<String> sentences) {
        if (LaunchMode.current().isProduction()) {
            // What was logged so far is of no use to somebody who reads why this did not start.
            InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[0]);
        }
        return new ConfigurationException(String.join(System.lineSeparator(), sentences));
    }

    /** As a variable of the environment. */
    static String variable(String name) {
        return OTHER.matcher(name).replaceAll("_").toUpperCase(Locale.ROOT);
    }

    private record Said(ConfigSourceContext context) implements Configured {

        @Override
        public Optional<String> value(String name) {
            return Optional.ofNullable(context.getValue(name))
                    .filter(value -> value.getConfigSourceOrdinal() > Integer.MIN_VALUE) // the framework's own defaults
                    .map(ConfigValue::getValue)
                    .filter(not(String::isBlank));
        }

        @Override
        public Stream<String> names() {
            return StreamSupport.stream(
                    Spliterators.spliteratorUnknownSize(context.iterateNames(), Spliterator.ORDERED), false);
        }

        @Override
        public List<String> profiles() {
            return context.getProfiles();
        }
    }

    /** What the operator has said, not counting defaults and blanks. */
    interface Configured {

        Optional<String> value(String name);

        /** As they are written where they are set: with dots, or as a variable of the environment. */
        Stream<String> names();

        List<String> profiles();

        default boolean has(String name) {
            return value(name).isPresent();
        }

        default boolean isOn(String name) {
            return value(name).filter(Starting::isYes).isPresent();
        }

        /** In one list or, as the framework also reads them, one by one, whatever their numbers. */
        default Stream<String> listed(String name) {
            var inOne = value(name).stream().flatMap(COMMA::splitAsStream);
            var numbered = names().flatMap(set -> numberIn(variable(set), variable(name) + "_").stream())
                    .flatMap(number -> value(name + "[" + number + "]").stream());
            return Stream.concat(inOne, numbered).map(String::strip).filter(not(String::isEmpty));
        }

        private static Optional<String> numberIn(String variable, String list) {
            var at = variable.lastIndexOf(list);
            return at < 0
                    ? Optional.empty()
                    : Optional.of(variable.substring(at + list.length()))
                            .filter(rest -> NUMBERED.matcher(rest).matches())
                            .map(rest -> rest.substring(0, rest.length() - 1));
        }
    }

    /** Keeps quiet about names the framework does not know, which it would take for mistakes. */
    private static final class Supplied extends PropertiesConfigSource {

        Supplied(String name, Map<String, String> settings) {
            super(settings, name, ABOVE_THE_ENVIRONMENT);
        }

        @Override
        public Set<String> getPropertyNames() {
            return super.getPropertyNames().stream()
                    .filter(name -> !name.startsWith("latchkey.") && !name.startsWith("quarkus.mailer."))
                    .collect(Collectors.toSet());
        }
    }
}
