package dev.latchkey.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.PackagedApp;
import dev.latchkey.support.PretendedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's typing error must not become a demo clinic. Guards {@code ApplicationStart} when Quarkus is upgraded. */
class RefusingToStartIT {

    private final Path directory;

    RefusingToStartIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void without_a_database_it_names_both_ways_out_in_one_sentence() throws Exception {
        try (var app = PackagedApp.start(directory, Map.of())) {
            assertThat(app.untilItEnds()).isEqualTo(1);
            assertThat(app.printed().strip())
                    .contains("QUARKUS_DATASOURCE_JDBC_URL", "LATCHKEY_STANDALONE=true")
                    .hasLineCount(1)
                    .doesNotContain("Exception");
        }
        try (var left = Files.list(directory)) {
            assertThat(left).allMatch(file -> file.toString().endsWith(".log"));
        }
    }

    @Test
    void on_a_database_it_is_never_standalone() {
        var settings = PackagedApp.settled("jdbc:postgresql://127.0.0.1:1/latchkey", directory);
        settings.put("LATCHKEY_STANDALONE", "true");
        try (var app = PackagedApp.start(directory, settings)) {
            assertThat(app.untilItEnds()).isEqualTo(1);
            assertThat(app.printed().strip())
                    .startsWith("LATCHKEY_STANDALONE and QUARKUS_DATASOURCE_JDBC_URL are both set")
                    .hasLineCount(1);
        }
        assertThat(directory.resolve(".latchkey")).doesNotExist();
    }

    @Test
    void on_a_database_server_that_is_too_old_it_says_so_in_one_sentence() throws Exception {
        try (var server = new PretendedPostgres("17.6");
                var app = PackagedApp.start(directory, PackagedApp.settled(server.url(), directory))) {
            assertThat(app.untilItEnds()).isEqualTo(1);
            assertThat(app.printed().strip())
                    .startsWith("The database server is PostgreSQL 17, and Latchkey needs 18 or later")
                    .hasLineCount(1);
        }
    }

    @Test
    void on_a_database_it_says_of_each_unsafe_setting_what_to_do() {
        var settings = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/latchkey",
                "QUARKUS_MAILER_HOST", "127.0.0.1",
                "QUARKUS_MAILER_MOCK", "true",
                "LATCHKEY_MAIL_EHLO_NAME", "portal.example.org",
                "QUARKUS_HTTP_CORS_ORIGINS", "*",
                "LATCHKEY_PORTAL_URL", "http://portal.example.org/{slug}",
                "LATCHKEY_OPERATOR_KEY", "standalone-operator-key",
                "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true",
                "LATCHKEY_WEB_TRUSTED_PROXIES", "0.0.0.0/0");
        try (var app = PackagedApp.start(directory, settings)) {
            assertThat(app.untilItEnds()).isEqualTo(1);
            assertThat(app.printed().strip().lines())
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("LATCHKEY_PORTAL_URL must be an https address"),
                            line -> assertThat(line).startsWith("LATCHKEY_STAFF_URL is missing"),
                            line -> assertThat(line).startsWith("LATCHKEY_SECRET is missing"),
                            line -> assertThat(line).startsWith("QUARKUS_MAILER_FROM is missing"),
                            line -> assertThat(line).startsWith("LATCHKEY_FILES_DIRECTORY is missing"),
                            line -> assertThat(line).startsWith("LATCHKEY_OPERATOR_KEY is the one every standalone"),
                            line -> assertThat(line).startsWith("QUARKUS_HTTP_CORS_ORIGINS must list"),
                            line -> assertThat(line).startsWith("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING makes"),
                            line -> assertThat(line).startsWith("LATCHKEY_WEB_TRUSTED_PROXIES must list"),
                            line -> assertThat(line)
                                    .startsWith("LATCHKEY_MAIL_EHLO_NAME is called QUARKUS_MAILER_OWN_HOST_NAME now"),
                            line -> assertThat(line).startsWith("QUARKUS_MAILER_MOCK prints letters"));
        }
    }
}
