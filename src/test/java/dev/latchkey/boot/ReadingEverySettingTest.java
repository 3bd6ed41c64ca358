package dev.latchkey.boot;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latchkey.boot.SettlingWhatIsUnsafeTest.MapConfig;
import dev.latchkey.standalone.GivenConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A start reads every setting, whole: what cannot be meant is refused in one sentence that begins with the setting's name. */
class ReadingEverySettingTest {

    private static final String NONSENSE = " ?!, ";

    /** Any text may be one. */
    private static final List<String> OF_ANY_FORM = List.of(
            "LATCHKEY_FILES_DIRECTORY",
            "LATCHKEY_STANDALONE_DIRECTORY",
            "QUARKUS_MAILER_USERNAME",
            "QUARKUS_MAILER_PASSWORD");

    private static final Pattern SETTING = Pattern.compile("(?:LATCHKEY|QUARKUS)_[A-Z_]{1,60}=[^\\s$]{1,60}");

    private static final List<Class<?>> MAPPINGS = imported();

    private final KnownSettings known = new KnownSettings();

    @Test
    void refuses_a_wrong_value_of_each() {
        var names = Stream.concat(
                        mappings().flatMap(ReadingEverySettingTest::variables),
                        Stream.of(
                                "LATCHKEY_LOG_JSON",
                                "LATCHKEY_MAIL_UNENCRYPTED",
                                "QUARKUS_HTTP_PORT",
                                "QUARKUS_MANAGEMENT_PORT",
                                "QUARKUS_DATASOURCE_JDBC_MAX_SIZE",
                                "QUARKUS_LIQUIBASE_MIGRATE_AT_START",
                                "QUARKUS_SHUTDOWN_DELAY",
                                "QUARKUS_SHUTDOWN_TIMEOUT",
                                "QUARKUS_OTEL_TRACES_SAMPLER_ARG",
                                "OTEL_EXPORTER_OTLP_ENDPOINT",
                                "OTEL_EXPORTER_OTLP_PROTOCOL"))
                .filter(name -> !OF_ANY_FORM.contains(name))
                .collect(toCollection(TreeSet::new));

        assertThat(names).hasSizeGreaterThan(90).allSatisfy(name -> assertThat(broken(name, NONSENSE))
                .as(name)
                .anySatisfy(
                        sentence -> assertThat(sentence).startsWith(name + " ").hasLineCount(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LATCHKEY_LIMITS_SIGN_IN_REQUESTS | 600/15m, 50/24h",
                "LATCHKEY_WEB_BODY_TIMEOUT | 10s",
                "LATCHKEY_WEB_BODY_TIMEOUT | PT10S",
                "LATCHKEY_WEB_REQUESTS_AT_ONCE | ' 64 '",
                "LATCHKEY_LOG_JSON | True",
                "LATCHKEY_LOG_JSON | 1",
                "LATCHKEY_REFRESH_TOKEN_CARRIER | Body",
                "QUARKUS_MAILER_START_TLS | required",
                "QUARKUS_MAILER_HOST | ' smtp.example.org '",
                "QUARKUS_MAILER_HOST | 192.0.2.25",
                "QUARKUS_MAILER_HOST | ::1",
                "QUARKUS_MAILER_FROM | no-reply@example.org",
                "QUARKUS_MAILER_TIMEOUT | 90s",
                "QUARKUS_MAILER_MOCK | false",
                "QUARKUS_MAILER_CACHE_ATTACHMENTS | false",
                "QUARKUS_SHUTDOWN_DELAY | 0s",
                "QUARKUS_HTTP_PORT | 0",
                "QUARKUS_MANAGEMENT_PORT | 65535",
                "OTEL_EXPORTER_OTLP_ENDPOINT | http://collector:4317/",
                "QUARKUS_OTEL_TRACES_SAMPLER_ARG | 0.25"
            })
    void understands(String name, String value) {
        assertThat(known.brokenBy(config(name, value))).isEmpty();
    }

    @Test
    void understands_what_our_own_programs_set() {
        var given = Stream.of(Path.of("docker/record-start"), Path.of("docker/Dockerfile"), Path.of("docker/check"))
                .flatMap(ReadingEverySettingTest::settings)
                .toList();

        assertThat(given)
                .anyMatch(setting -> setting.startsWith("QUARKUS_HTTP_PORT="))
                .allSatisfy(setting -> {
                    var name = setting.substring(0, setting.indexOf('='));
                    var value = setting.substring(setting.indexOf('=') + 1).replace("\"", "");
                    assertThat(known.brokenBy(config(name, value))).as(setting).isEmpty();
                });
    }

    /** But for those whose value the program finds out. */
    private static Stream<String> settings(Path program) {
        try {
            return SETTING.matcher(Files.readString(program)).results().map(MatchResult::group);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LATCHKEY_LIMITS_SIGN_IN_REQUESTS | 600",
                "LATCHKEY_LIMITS_SIGN_IN_REQUESTS | 600/15",
                "LATCHKEY_LIMITS_SIGN_IN_REQUESTS | 0/15m",
                "LATCHKEY_WEB_BODY_TIMEOUT | 0s",
                "LATCHKEY_WEB_BODY_TIMEOUT | -5s",
                "LATCHKEY_WORK_THREADS | 0",
                "LATCHKEY_WORK_THREADS | 10.5",
                "LATCHKEY_LOG_JSON | ture",
                "QUARKUS_MAILER_HOST | smtp://smtp.example.org",
                "QUARKUS_MAILER_HOST | smtp.example.org:587",
                "QUARKUS_MAILER_FROM | Clinic <no-reply@example.org>",
                "QUARKUS_MAILER_PORT | 587/tcp",
                "QUARKUS_MAILER_PORT | 0",
                "QUARKUS_HTTP_PORT | 65536",
                "QUARKUS_MANAGEMENT_PORT | -1",
                "QUARKUS_MAILER_TIMEOUT | 0",
                "QUARKUS_MAILER_OWN_HOST_NAME | https://portal.example.org"
            })
    void refuses(String name, String value) {
        assertThat(known.brokenBy(config(name, value)))
                .singleElement()
                .asString()
                .startsWith(name + " must be ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LATCHKEY_MAIL_HOST | is called QUARKUS_MAILER_HOST now: rename it.",
                "LATCHKEY_MAIL_START_TLS | is called QUARKUS_MAILER_START_TLS now: rename it.",
                "latchkey.mail.ehlo-name | is called QUARKUS_MAILER_OWN_HOST_NAME now: rename it.",
                "LATCHKEY_MAIL_TIMEOUT | is called QUARKUS_MAILER_TIMEOUT now, and is for a whole conversation: rename it.",
                "QUARKUS_MAILER_MOCK | prints letters and their login links instead of sending them: remove it.",
                "QUARKUS_MAILER_TRUST_ALL | is not read, for Latchkey settles that itself: remove it.",
                "quarkus.mailer.keep-alive | is not read, for Latchkey settles that itself: remove it.",
                "quarkus.mailer.other.host | is not read, for Latchkey settles that itself: remove it."
            })
    void refuses_names_of_the_mail_server_that_say_nothing(String name, String why) {
        assertThat(known.brokenBy(config(name, "true"))).containsExactly(GivenConfig.variable(name) + " " + why);
    }

    @ParameterizedTest
    @CsvSource({
        "LATCHKEY_PORTAL_ULR, LATCHKEY_PORTAL_URL",
        "LATCHKEY_OPERATORKEY, LATCHKEY_OPERATOR_KEY",
        "LATCHKEY_WEB_TRUSTED_PROXY, LATCHKEY_WEB_TRUSTED_PROXIES",
        "latchkey.work.thread, LATCHKEY_WORK_THREADS"
    })
    void names_the_setting_that_may_have_been_meant(String name, String nearest) {
        assertThat(known.unknownAmong(Stream.of(name)))
                .singleElement()
                .asString()
                .startsWith(GivenConfig.variable(name) + " is no setting")
                .endsWith("the nearest one is " + nearest + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATH",
                "LATCHKEY_SECRET",
                "LATCHKEY_WEB_TRUSTED_PROXIES_0_",
                "LATCHKEY_MAIL_EHLO_NAME",
                "LATCHKEY_PORT",
                "LATCHKEY_SERVICE_HOST",
                "LATCHKEY_SERVICE_PORT_HTTP",
                "LATCHKEY_PORT_8080_TCP_ADDR"
            })
    void leaves_other_names_alone(String name) {
        assertThat(known.unknownAmong(Stream.of(name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "latchkey.portal-url | HTTPS://Portal.Example.org/{slug}// | https://portal.example.org/{slug}",
                "latchkey.staff-url | https://staff.example.org/ | https://staff.example.org",
                "latchkey.staff-url | https://staff.example.org/App/ | https://staff.example.org/App",
                "quarkus.http.cors.origins | 'https://A.example.org/, http://localhost:80 ' | https://a.example.org,http://localhost",
                "latchkey.web.trusted-proxies | '10.0.0.1, fd00::/8' | 10.0.0.1/32,fd00::/8"
            })
    void gives_the_application_one_form(String name, String given, String understood) {
        var config = new UnderstoodConfig(new MapConfig(Map.of(name, given), List.of()));

        assertThat(config.settings()).isEqualTo(Map.of(name, understood));
        assertThat(new UnderstoodConfig(new MapConfig(config.settings(), List.of())).settings())
                .isEmpty();
    }

    private List<String> broken(String name, String value) {
        var config = config(name, value);
        return Stream.concat(ProductionRules.brokenBy(config).stream(), known.brokenBy(config).stream())
                .toList();
    }

    /** As both the variable of the environment and the name with dots that rules ask for. */
    private static GivenConfig config(String name, String value) {
        var dotted = mappings()
                .flatMap(mapping -> settings(mapping).map(setting -> property(mapping, setting)))
                .filter(property -> GivenConfig.variable(property).equals(name))
                .findFirst()
                .orElse(name);
        return new UnderstoodConfig(new MapConfig(settingsWith(dotted, value), List.of("prod")));
    }

    /** Not a first start, of which a start without any of the required settings is taken for. */
    private static Map<String, String> settingsWith(String name, String value) {
        var settings = new HashMap<>(Map.of("latchkey.portal-url", "https://portal.example.org/{slug}"));
        settings.put(name, value);
        return settings;
    }

    private static Stream<Class<?>> mappings() {
        return MAPPINGS.stream();
    }

    private static List<Class<?>> imported() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.latchkey").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    private static Stream<String> variables(Class<?> mapping) {
        return settings(mapping).map(setting -> GivenConfig.variable(property(mapping, setting)));
    }

    private static Stream<Method> settings(Class<?> mapping) {
        return Stream.of(mapping.getDeclaredMethods()).filter(setting -> Modifier.isAbstract(setting.getModifiers()));
    }

    private static String property(Class<?> mapping, Method setting) {
        var named = setting.getAnnotation(WithName.class);
        return mapping.getAnnotation(ConfigMapping.class).prefix() + "."
                + (named == null
                        ? setting.getName()
                                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                                .toLowerCase(Locale.ROOT)
                        : named.value());
    }
}
