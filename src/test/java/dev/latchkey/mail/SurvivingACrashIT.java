package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.mail.MoodyMailServer.Mood;
import dev.latchkey.support.PackagedApp;
import dev.latchkey.support.Person;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node of a configured installation, and what it had promised when it was killed. */
class SurvivingACrashIT {

    private static final String RUNNING = "Login links lead to";
    private static final String OPERATOR_KEY = "an operator's key";
    private static final String OWNER = "owner@clinic.example.org";
    private static final Duration DEAD_NODE_IS_NOTICED = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("#([\\w-]+)");

    private final Path directory;
    private final MoodyMailServer mailServer = new MoodyMailServer();
    private final EmbeddedPostgres database;
    private final Map<String, String> settings;

    SurvivingACrashIT(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.database = EmbeddedPostgres.start();
        var mail = mailServer.start();
        this.settings = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                database.getJdbcUrl("postgres", "postgres"),
                "QUARKUS_MAILER_HOST",
                mail.getOrDefault("quarkus.mailer.host", ""),
                "QUARKUS_MAILER_PORT",
                mail.getOrDefault("quarkus.mailer.port", ""),
                "QUARKUS_MAILER_FROM",
                "no-reply@example.org",
                "LATCHKEY_PORTAL_URL",
                "https://portal.example.org/{slug}",
                "LATCHKEY_STAFF_URL",
                "https://staff.example.org",
                "LATCHKEY_SECRET",
                "lZ1nYk0mWc2rV8dQ4tJ7xH3bP9sFgA6uEoRiKqTzNwM=",
                "LATCHKEY_OPERATOR_KEY",
                OPERATOR_KEY,
                "LATCHKEY_FILES_DIRECTORY",
                directory.resolve("files").toString());
    }

    @AfterEach
    void tear_down() throws IOException {
        mailServer.stop();
        database.close();
    }

    @Test
    void a_letter_that_was_queued_arrives_after_the_restart() {
        MoodyMailServer.mood = Mood.SILENT;
        try (var app = PackagedApp.start(directory, settings).untilItPrints(RUNNING)) {
            opensAClinic();
            app.isKilled();
        }
        assertThat(MoodyMailServer.lettersTo(OWNER)).isEmpty();

        MoodyMailServer.mood = Mood.CONTENT;
        try (var restarted = PackagedApp.start(directory, settings).untilItPrints(RUNNING)) {
            var letter = await().atMost(DEAD_NODE_IS_NOTICED)
                    .until(
                            () -> MoodyMailServer.LETTERS.stream()
                                    .filter(each -> each.contains("To: " + OWNER))
                                    .findFirst(),
                            found -> found.isPresent())
                    .orElseThrow();
            var token = TOKEN.matcher(letter.replace("=\r\n", ""));
            assertThat(token.find()).isTrue();
            Person.nobody()
                    .post(
                            "/v1/staff/invitations/acceptance",
                            Map.of("token", token.group(1), "password", "correct horse battery staple"))
                    .then()
                    .statusCode(200);
            Person.signedInStaff(OWNER).get("/v1/staff/me").then().statusCode(200);
            assertThat(MoodyMailServer.lettersTo(OWNER)).hasSize(1);
            nothingOfStandaloneIsThere();
        }
    }

    private void nothingOfStandaloneIsThere() {
        Person.nobody().request().get("/mailbox/letters").then().statusCode(404);
        Person.nobody().request().get("/mailbox").then().statusCode(404);
        Person.nobody().get("/v1/portals/harbour-physio").then().statusCode(404);
        assertThat(directory.resolve(".latchkey")).doesNotExist();
    }

    private static void opensAClinic() {
        Person.withToken(OPERATOR_KEY)
                .post(
                        "/v1/operator/clinics",
                        Map.of(
                                "name", "Riverside Physio",
                                "slug", "riverside-physio",
                                "timeZone", "Europe/Berlin",
                                "currency", "EUR",
                                "owner", Map.of("displayName", "Robin Owner", "email", OWNER)))
                .then()
                .statusCode(201);
    }
}
