package dev.latchkey.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.latchkey.support.Health;
import dev.latchkey.support.Outage;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BeingReadyTest {

    /** A balancer does not wait longer. */
    private static final Duration PROMPTLY = Duration.ofSeconds(2);

    @Test
    void means_database_migrations_and_vault() {
        await().until(() -> Health.of("ready").status() == 200);

        var ready = Health.of("ready");
        assertThat(ready.body().getList("checks.name")).contains("database", "migrations", "vault", "mail server");
        assertThat(ready.data("migrations", "missing")).isEmpty();
        assertThat(ready.data("mail server", "smtp")).isEqualTo("reachable");
    }

    @Test
    void ends_when_the_database_does_not_answer_for_long_and_comes_back_with_it() throws SQLException {
        try (var ignored = Outage.allConnections()) {
            assertThat(assertTimeout(PROMPTLY, () -> Health.of("ready")).status())
                    .isEqualTo(200);

            await().until(() ->
                    assertTimeout(PROMPTLY, () -> Health.of("ready")).status() == 503);
            var ready = Health.of("ready");
            assertThat(ready.check("database")).isEqualTo("DOWN");
            assertThat(ready.check("vault")).isEqualTo("UP");
            assertThat(Health.of("live").status()).isEqualTo(200);
        }
        await().until(() -> Health.of("ready").status() == 200);
    }

    @Test
    void ends_when_no_file_can_be_kept() throws IOException {
        var arriving =
                Path.of(ConfigProvider.getConfig().getValue("latchkey.files.directory", String.class), "arriving");
        var away = arriving.resolveSibling("arriving-elsewhere");
        Files.move(arriving, away);
        try {
            await().until(() -> Health.of("ready").status() == 503);
            assertThat(Health.of("ready").check("vault")).isEqualTo("DOWN");
            assertThat(Health.of("ready").check("database")).isEqualTo("UP");
        } finally {
            Files.move(away, arriving);
        }
        await().until(() -> Health.of("ready").status() == 200);
    }
}
