package dev.latchkey.boot;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.standalone.GivenConfig;
import dev.latchkey.standalone.StandaloneSettings;
import dev.latchkey.support.PretendedPostgres;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What production refuses to start with, setting by setting. */
class SettlingWhatIsUnsafeTest {

    private static final Map<String, String> SETTLED = Map.of(
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://db/latchkey",
            "quarkus.mailer.host", "mail.example.org",
            "quarkus.mailer.from", "no-reply@example.org",
            "quarkus.http.cors.origins", "https://portal.example.org,https://staff.example.org",
            "latchkey.portal-url", "https://portal.example.org/{slug}",
            "latchkey.staff-url", "https://staff.example.org",
            "latchkey.secret", "lZ1nYk0mWc2rV8dQ4tJ7xH3bP9sFgA6uEoRiKqTzNwM=",
            "latchkey.operator-key", "a key of one's own, as long as it has to be",
            "latchkey.files.directory", "/var/lib/latchkey/files");

    @Test
    void nothing_is_refused_when_all_is_settled() {
        assertThat(broken(SETTLED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.datasource.jdbc.url, No database is configured",
        "quarkus.mailer.host, QUARKUS_MAILER_HOST is missing",
        "quarkus.mailer.from, QUARKUS_MAILER_FROM is missing",
        "latchkey.portal-url, LATCHKEY_PORTAL_URL is missing",
        "latchkey.staff-url, LATCHKEY_STAFF_URL is missing",
        "latchkey.secret, LATCHKEY_SECRET is missing",
        "latchkey.files.directory, LATCHKEY_FILES_DIRECTORY is missing"
    })
    void what_is_missing_is_named(String setting, String sentence) {
        var settings = new HashMap<>(SETTLED);
        settings.remove(setting);

        assertThat(broken(settings)).singleElement().asString().startsWith(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://portal.example.org/{slug}",
                "portal.example.org/{slug}",
                "https://portal.example.org/",
                "https://portal.example.org/{slug}?next=1",
                "https://portal.example.org/#{slug}",
                "https://me@portal.example.org/{slug}",
                "http://127.0.0.1.example.org/{slug}",
                "http://localhost.example.org/{slug}",
                "javascript:alert(1)/{slug}",
                "https://{slug}/ /"
            })
    void links_lead_to_the_portal_alone_and_unseen(String address) {
        assertThat(with("latchkey.portal-url", address))
                .singleElement()
                .asString()
                .startsWith("LATCHKEY_PORTAL_URL must");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:5173/{slug}", "http://127.0.0.1/{slug}", "http://[::1]:8443/{slug}"})
    void this_machine_may_speak_plain_http_to_itself(String address) {
        assertThat(with("latchkey.portal-url", address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "change-me",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", // 32 zeros
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", // 0, 1, 2…
                "Y2hhbmdlLW1lLWNoYW5nZS1tZS1jaGFuZ2UtbWUtMTI=", // text
                "lZ1nYk0mWc2rV8dQ4tJ7xA==" // 128 bits
            })
    void a_secret_is_256_random_bits(String secret) {
        assertThat(with("latchkey.secret", secret)).singleElement().asString().startsWith("LATCHKEY_SECRET is ");
        assertThat(with("latchkey.secret-previous", secret))
                .singleElement()
                .asString()
                .startsWith("LATCHKEY_SECRET_PREVIOUS is ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "/.*/",
                "https://portal.example.org,*",
                "https://*.example.org",
                "null",
                "https://portal.example.org,null",
                "http://portal.example.org",
                "http://localhost.example.org",
                "https://me@portal.example.org",
                "https://portal.example.org/app",
                "https://portal.example.org:443:443",
                "portal.example.org",
                "file://"
            })
    void other_sites_are_named_one_by_one(String origins) {
        assertThat(with("quarkus.http.cors.origins", origins))
                .singleElement()
                .asString()
                .startsWith("QUARKUS_HTTP_CORS_ORIGINS must");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:5173",
                "http://127.0.0.1",
                "http://[::1]:8443",
                "https://portal.example.org:8443",
                "https://portal.example.org/",
                " HTTPS://Portal.Example.org:443 , https://staff.example.org/ "
            })
    void a_page_of_this_machine_may_be_plain_http(String origin) {
        assertThat(with("quarkus.http.cors.origins", origin)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"19455", "64", "-1", "much"})
    void passwords_cost_what_owasp_asks_for(String memory) {
        assertThat(with("latchkey.password.memory", memory))
                .singleElement()
                .asString()
                .startsWith("LATCHKEY_PASSWORD_MEMORY is less");
        assertThat(with("latchkey.password.memory", "65536")).isEmpty();
    }

    @Test
    void the_operators_key_is_not_the_one_everybody_knows() {
        assertThat(with("latchkey.operator-key", StandaloneSettings.OPERATOR_KEY))
                .singleElement()
                .asString()
                .startsWith("LATCHKEY_OPERATOR_KEY is the one");
    }

    @Test
    void the_mail_providers_secret_is_not_guessed() {
        assertThat(with("latchkey.mail-events.secret", "31 characters: one is missing.."))
                .singleElement()
                .asString()
                .startsWith("LATCHKEY_MAIL_EVENTS_SECRET is shorter than 32 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "31 characters: one is missing.."})
    void the_operators_key_is_not_guessed(String key) {
        assertThat(with("latchkey.operator-key", key))
                .singleElement()
                .asString()
                .startsWith("LATCHKEY_OPERATOR_KEY is shorter than 32 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "xyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxy",
                "00000000000000000000000000000001",
                "change-mechange-mechange-mechange-me",
                "operator-key-operator-key-operator-key!",
                "0123456789abcdef0123456789abcdef",
                "0123456789abcdefghijklmnopqrstuvwxyz",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ"
            })
    void the_operators_key_does_not_repeat_itself(String key) {
        assertThat(with("latchkey.operator-key", key))
                .singleElement()
                .asString()
                .startsWith("LATCHKEY_OPERATOR_KEY repeats itself");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8f3a1c5e9b7d2460af13ce58d96b7024",
                "lZ1nYk0mWc2rV8dQ4tJ7xH3bP9sFgA6uEoRiKqTzNwM=",
                "83150274691583720461957380246913"
            })
    void a_random_operators_key_is_good(String key) {
        assertThat(with("latchkey.operator-key", key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus.http.proxy.proxy-address-forwarding",
                "quarkus.http.proxy.allow-forwarded",
                "quarkus.http.proxy.allow-x-forwarded",
                "quarkus.http.proxy.enable-forwarded-host",
                "quarkus.http.proxy.enable-forwarded-prefix",
                "quarkus.http.proxy.enable-trusted-proxy-header",
                "quarkus.http.proxy.use-proxy-protocol",
                "quarkus.management.proxy.proxy-address-forwarding"
            })
    void a_caller_cannot_make_up_their_own_address(String setting) {
        assertThat(with(setting, "true"))
                .singleElement()
                .asString()
                .startsWith(setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .contains("LATCHKEY_WEB_TRUSTED_PROXIES");
        assertThat(with(setting, "false")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "::/0",
                "0.0.0.0/1",
                "10.0.0.0/8,128.0.0.0/1",
                "2000::/3",
                "::ffff:0:0/96",
                "64:ff9b::/96",
                "64:ff9b::a00:0/104",
                "64:ff9b:1::/48",
                "11.0.0.0/8",
                "192.0.0.0/8",
                "172.0.0.0/8",
                "172.16.0.0/11",
                "172.32.0.0/12",
                "192.168.0.0/15",
                "10.0.0.1:8080",
                "0.0.0.0",
                "10.0.0.0/33",
                "10.0.0.0/",
                "proxy.example.org/32",
                "*"
            })
    void trusted_proxies_are_the_operators_own(String ranges) {
        assertThat(with("latchkey.web.trusted-proxies", ranges))
                .singleElement()
                .asString()
                .startsWith("LATCHKEY_WEB_TRUSTED_PROXIES must list");
        assertThat(with("latchkey.web.trusted-proxies[0]", ranges.replaceAll(".*,", "")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/8",
                "172.16.0.0/12",
                "192.168.0.0/16",
                "172.30.30.0/24, 192.0.2.7/32",
                "fd00::/8",
                "2001:db8::/32",
                "::1/128",
                "127.0.0.1/32",
                "10.0.0.1",
                " 10.0.0.1 , 2001:DB8::1,",
                "[fd00::1]"
            })
    void trusted_proxies_may_be_a_network(String ranges) {
        assertThat(with("latchkey.web.trusted-proxies", ranges)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"latchkey.web.trusted-proxies[1]", "latchkey.web.trusted-proxies[700]"})
    void trusted_proxies_are_looked_at_whatever_their_numbers(String setting) {
        var settings = new HashMap<>(SETTLED);
        settings.put(setting, "0.0.0.0/0");
        assertThat(broken(settings)).hasSize(1);

        settings.put("latchkey.web.trusted-proxies[0]", " ");
        assertThat(broken(settings)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "dev", "staging"})
    void what_holds_for_tests_holds_nowhere_else(String profile) {
        assertThat(ProductionRules.brokenBy(new MapConfig(SETTLED, List.of(profile, "prod"))))
                .singleElement()
                .asString()
                .startsWith("QUARKUS_PROFILE is " + profile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONAL", "DISABLED", "optional"})
    void letters_cannot_be_read_on_their_way(String startTls) {
        var settings = new HashMap<>(SETTLED);
        settings.put("quarkus.mailer.start-tls", startTls);
        assertThat(broken(settings)).singleElement().asString().startsWith("QUARKUS_MAILER_START_TLS lets");

        settings.put("quarkus.mailer.host", "localhost");
        assertThat(broken(settings)).isEmpty();

        settings.put("quarkus.mailer.host", "mail.example.org");
        settings.put("quarkus.mailer.tls", "true");
        assertThat(broken(settings)).isEmpty();

        settings.put("quarkus.mailer.tls", "false");
        settings.put("latchkey.mail.unencrypted", "true");
        assertThat(broken(settings)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.2", "17.6", "18.0", "18.6", "19beta1"})
    void the_database_is_postgresql_18(String version) throws IOException {
        var settings = new HashMap<>(SETTLED);
        try (var server = new PretendedPostgres(version)) {
            settings.put("quarkus.datasource.jdbc.url", server.url());
            var broken = DatabaseRule.brokenBy(new MapConfig(settings, List.of()));
            if (version.startsWith("1") && version.charAt(1) < '8') {
                assertThat(broken.orElse(""))
                        .startsWith("The database server is PostgreSQL " + version.substring(0, 2));
            } else {
                assertThat(broken).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://127.0.0.1:1/latchkey, QUARKUS_DATASOURCE_JDBC_URL leads to no PostgreSQL that answers",
        "jdbc:mysql://127.0.0.1/latchkey, QUARKUS_DATASOURCE_JDBC_URL must be one of PostgreSQL",
        "postgresql://127.0.0.1/latchkey, QUARKUS_DATASOURCE_JDBC_URL must be one of PostgreSQL"
    })
    void the_database_answers(String url, String sentence) {
        var settings = new HashMap<>(SETTLED);
        settings.put("quarkus.datasource.jdbc.url", url);

        assertThat(DatabaseRule.brokenBy(new MapConfig(settings, List.of())).orElse(""))
                .startsWith(sentence)
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-11-29", "2026-11-29T19:00:00", "2999-01-01T00:00:00Z"})
    void a_backup_was_put_back_at_a_moment_that_is_past(String moment) {
        assertThat(with("latchkey.restored-at", moment))
                .singleElement()
                .asString()
                .startsWith("LATCHKEY_RESTORED_AT must be the moment");
        assertThat(with("latchkey.restored-at", "2026-11-01T19:00:00Z")).isEmpty();
    }

    private static List<String> with(String setting, String value) {
        var settings = new HashMap<>(SETTLED);
        settings.put(setting, value);
        return broken(settings);
    }

    private static List<String> broken(Map<String, String> settings) {
        return ProductionRules.brokenBy(new UnderstoodConfig(new MapConfig(settings, List.of("prod"))));
    }

    record MapConfig(Map<String, String> settings, List<String> profiles) implements GivenConfig {

        @Override
        public Optional<String> value(String name) {
            return Optional.ofNullable(settings.get(name)).filter(not(String::isBlank));
        }

        @Override
        public Stream<String> names() {
            return settings.keySet().stream();
        }
    }
}
