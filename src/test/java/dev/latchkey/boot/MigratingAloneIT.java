package dev.latchkey.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.PackagedApp;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job with the owner's user brings the database up to date and ends; the nodes then start without knowing that user. */
class MigratingAloneIT {

    private static final String RUNNING = "Login links lead to";

    @Test
    void ends_well_also_when_there_is_nothing_to_do_and_the_nodes_need_no_owner_but_wait_for_it(@TempDir Path directory)
            throws Exception {
        try (var database = EmbeddedPostgres.start()) {
            tell(database, "create role latchkey_application login password 'application'");

            for (var run = 1; run <= 2; run++) {
                try (var job = PackagedApp.start(directory, job(database, directory))) {
                    assertThat(job.untilItEnds())
                            .as("run %d: %s", run, job.printed())
                            .isZero();
                    assertThat(job.printed()).doesNotContain(RUNNING);
                }
            }

            // As a node of a newer build that came before its job.
            tell(
                    database,
                    "update databasechangelog set filename = 'other/' || filename where filename like '%queue.sql'");
            var settings = asApplication(database, directory);
            settings.put("QUARKUS_LIQUIBASE_MIGRATE_AT_START", "false");
            try (var node = PackagedApp.start(directory, settings).untilItPrints(RUNNING)) {
                var ready = node.management().get("/q/health/ready", null);
                assertThat(ready.status()).isEqualTo(503);
                assertThat(ready.body().toString()).contains("letter-queue.sql");

                tell(
                        database,
                        "update databasechangelog set filename = substr(filename, 7) where filename like 'other/%'");
                node.untilItIsReady();
            }
        }
    }

    @Test
    void fails_without_a_database(@TempDir Path directory) throws Exception {
        var database = EmbeddedPostgres.start();
        var settings = job(database, directory);
        database.close();
        try (var job = PackagedApp.start(directory, settings)) {
            assertThat(job.untilItEnds()).isEqualTo(1);
        }
    }

    private static Map<String, String> job(EmbeddedPostgres database, Path directory) {
        var settings = asApplication(database, directory);
        settings.put("QUARKUS_INIT_AND_EXIT", "true");
        settings.put("QUARKUS_LIQUIBASE_USERNAME", "postgres");
        settings.put("QUARKUS_LIQUIBASE_PASSWORD", "postgres");
        return settings;
    }

    private static Map<String, String> asApplication(EmbeddedPostgres database, Path directory) {
        var settings =
                PackagedApp.settled("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(database.getPort()), directory);
        settings.put("QUARKUS_DATASOURCE_USERNAME", "latchkey_application");
        settings.put("QUARKUS_DATASOURCE_PASSWORD", "application");
        return settings;
    }

    private static void tell(EmbeddedPostgres database, String command) throws SQLException {
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
