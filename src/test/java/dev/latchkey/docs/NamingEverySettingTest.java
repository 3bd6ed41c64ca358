package dev.latchkey.docs;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latchkey.standalone.GivenConfig;
import dev.latchkey.support.Markdown;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on configuration has each of our settings, with the default that the code has, and no other. */
class NamingEverySettingTest {

    private static final Path PAGE = Path.of("src/main/resources/docs/configuration.md");

    /** {@code | `LATCHKEY_SECRET` | required | … |}. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\| (.+?) \\| .+ \\|$");

    /** Read while the application starts, before any mapping is there. */
    private static final List<String> READ_EARLIER = List.of("LATCHKEY_LOG_JSON", "LATCHKEY_MAIL_UNENCRYPTED");

    private final Map<String, String> page = ROW.matcher(Markdown.read(PAGE).text())
            .results()
            .collect(toMap(row -> row.group(1), row -> row.group(2), (one, other) -> "twice", TreeMap::new));
    private final Map<String, Optional<String>> code = mappings()
            .flatMap(mapping -> Stream.of(mapping.getDeclaredMethods())
                    .filter(setting -> Modifier.isAbstract(setting.getModifiers()))
                    .map(setting -> Map.entry(variable(mapping, setting), standard(setting))))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));

    @Test
    void has_each() {
        assertThat(code).hasSizeGreaterThan(80);
        assertThat(page.keySet()).containsAll(code.keySet());
    }

    @Test
    void has_none_that_is_never_read() {
        var known = new TreeSet<>(code.keySet());
        known.addAll(READ_EARLIER);

        assertThat(page.keySet().stream().filter(name -> name.startsWith("LATCHKEY_")))
                .isSubsetOf(known);
    }

    @Test
    void has_the_default_of_each() {
        assertThat(code)
                .allSatisfy((name, standard) -> standard.ifPresent(
                        value -> assertThat(page.get(name)).as(name).isEqualTo("`" + value + "`")));
    }

    private static Stream<Class<?>> mappings() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.latchkey").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect);
    }

    private static String variable(Class<?> mapping, Method setting) {
        var named = setting.getAnnotation(WithName.class);
        var name = mapping.getAnnotation(ConfigMapping.class).prefix() + "."
                + (named == null ? kebab(setting.getName()) : named.value());
        return GivenConfig.variable(name);
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** A duration as we write it: {@code PT10S} is {@code 10s}. */
    private static Optional<String> standard(Method setting) {
        return Optional.ofNullable(setting.getAnnotation(WithDefault.class))
                .map(WithDefault::value)
                .map(value -> value.startsWith("PT") ? value.substring(2).toLowerCase(Locale.ROOT) : value);
    }
}
