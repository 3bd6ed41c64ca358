package dev.latchkey.boot;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.PackagedApp;
import dev.latchkey.support.Person;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application with the required settings and no others. */
class RunningAsConfiguredIT {

    private static final String RUNNING = "Login links lead to";

    @Test
    void shows_the_public_neither_its_health_nor_the_operators_door(@TempDir Path directory) throws Exception {
        try (var database = EmbeddedPostgres.start();
                var app = PackagedApp.start(
                        directory, PackagedApp.settled(database.getJdbcUrl("postgres", "postgres"), directory))) {
            app.untilItPrints(RUNNING).untilItIsReady();
            assertThat(app.printed()).contains("Row-level security does not bind the database user");

            for (var path : new String[] {"/q/health", "/q/health/live", "/q/health/ready", "/q/metrics"}) {
                assertThat(app.managementStatus(path)).isEqualTo(200);
                assertThat(Person.stranger().get(path).statusCode()).isEqualTo(404);
            }
            assertThat(Person.stranger().get("/").asString())
                    .doesNotContain("harbour-physio", "standalone", "localhost");
            assertThat(app.hasSample()).isFalse();
            // There is none, and a node that waits for it would answer no request.
            assertThat(app.management().get("/q/health/ready", null).body().toString())
                    .contains("{\"smtp\":\"unreachable\"}");
            for (var stranger : new Person[] {Person.stranger(), Person.withToken("standalone-operator-key")}) {
                assertRefused(stranger.get(Api.CLINICS), 404, "not-found");
                assertRefused(stranger.get(Api.CLINICS + "/" + UUID.randomUUID()), 404, "not-found");
                assertRefused(stranger.post(Api.CLINICS, "{}"), 404, "not-found");
            }
        }
    }

    /** One user for everything works, with row-level security in force, but who owns a table can lift it. */
    @Test
    void says_what_one_database_user_alone_costs_and_clears_away_uploads_that_broke_off(@TempDir Path directory)
            throws Exception {
        var arriving = Files.createDirectories(directory.resolve("files/arriving"));
        var old = Files.createFile(arriving.resolve("old"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        var another = Files.createFile(arriving.resolve("another-node-is-taking-this"));
        try (var database = EmbeddedPostgres.start()) {
            try (var connection = database.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create role portal login");
                statement.execute("create database portal owner portal");
            }
            var settings = PackagedApp.settled(database.getJdbcUrl("portal", "portal"), directory);
            try (var app = PackagedApp.start(directory, settings)) {
                assertThat(app.untilItPrints(RUNNING).printed()).contains("The database user owns the tables");
                assertThat(Person.stranger().get(Api.PORTALS + "/none").statusCode())
                        .isEqualTo(404);
                assertThat(old).doesNotExist();
                assertThat(another).exists();
            }
        }
    }
}
