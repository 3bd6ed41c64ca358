package dev.latchkey;

import static dev.latchkey.ArchitectureTest.CLASSES;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.NamedLimit;
import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A limit has one name, so that an operator who reads it in a metric or in the audit trail knows the setting. */
class LimitNamesTest {

    private static final List<String> NETWORKS = List.of("-per-ip", "-per-network", "-per-site");

    /** The settings that each limit reads, by the limit's name. */
    private final Map<String, List<String>> read = limits().collect(toMap(
            NamedLimit::code, LimitNamesTest::settingsOf, (one, other) -> List.of("two of a name"), TreeMap::new));

    @Test
    void settings_are_called_as_their_limit() {
        assertThat(read).hasSizeGreaterThan(25).allSatisfy((limit, settings) -> assertThat(settings)
                .isIn(
                        List.of(limit),
                        List.of(limit, limit, limit), // a wider network has a multiple
                        NETWORKS.stream().map(network -> limit + network).toList()));
    }

    @Test
    void no_setting_is_read_by_no_limit() {
        var written = CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .filter(type ->
                        type.getAnnotationOfType(ConfigMapping.class).prefix().equals("latchkey.limits"))
                .flatMap(type -> type.getMethods().stream())
                .map(method -> kebab(method.getName()))
                .toList();

        assertThat(written)
                .isNotEmpty()
                .isSubsetOf(read.values().stream().flatMap(List::stream).toList());
    }

    @Test
    void every_mapping_that_sets_a_limit_stands_under_one_prefix() {
        var prefixes = CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .filter(type -> type.getMethods().stream()
                        .flatMap(method -> method.getReturnType().getAllInvolvedRawTypes().stream())
                        .anyMatch(read -> read.isEquivalentTo(Limit.class)))
                .map(type -> type.getAnnotationOfType(ConfigMapping.class).prefix());

        assertThat(prefixes).isNotEmpty().containsOnly("latchkey.limits");
    }

    /** Its reason is the name of the limit that was full, and is given by {@code AuditedLimits}. */
    @Test
    void no_act_says_itself_which_limit_was_reached() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("ReportingGuesses.java"))) // of a letter, and no limit
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContainPattern("LimitAction\\.LIMITED[^;]*\\.because\\("));
        }
    }

    private static Stream<NamedLimit<?>> limits() {
        return CLASSES.stream()
                .filter(type -> type.isAssignableTo(NamedLimit.class))
                .map(JavaClass::reflect)
                .filter(Class::isEnum)
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(limit -> (NamedLimit<?>) limit);
    }

    private static <S> List<String> settingsOf(NamedLimit<S> limit) {
        var called = new ArrayList<String>();
        var settings = recording(limit, called);
        limit.settings().forEach(setting -> assertThat(setting.apply(settings)).hasSize(1));
        return called;
    }

    /** Notes the names of the settings it is asked for. */
    @SuppressWarnings("unchecked")
    private static <S> S recording(NamedLimit<S> limit, List<String> called) {
        var type = (Class<S>) Stream.of(limit.getClass().getGenericInterfaces())
                .map(ParameterizedType.class::cast)
                .map(named -> named.getActualTypeArguments()[0])
                .findFirst()
                .orElseThrow();
        return (S) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, setting, none) -> {
            called.add(kebab(setting.getName()));
            return List.of(new Limit(1, Duration.ofMinutes(1)));
        });
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
