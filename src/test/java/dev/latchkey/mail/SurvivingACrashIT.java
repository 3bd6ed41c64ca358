package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MoodyMailServer;
import dev.latchkey.support.MoodyMailServer.Mood;
import dev.latchkey.support.PackagedApp;
import dev.latchkey.support.Person;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node of a configured installation, and what it had promised when it was killed. */
class SurvivingACrashIT {

    private static final String RUNNING = "Login links lead to";
    private static final String OPERATOR_KEY = "an operator's key that is hard to guess";
    private static final String OWNER = "owner@clinic.example.org";
    private static final Duration DEAD_NODE_IS_NOTICED = Duration.ofSeconds(60);

    private final Path directory;
    private final MoodyMailServer mailServer = new MoodyMailServer();
    private final EmbeddedPostgres database;
    private final Map<String, String> settings;

    SurvivingACrashIT(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.database = EmbeddedPostgres.start();
        var mail = mailServer.start();
        this.settings = PackagedApp.settled(database.getJdbcUrl("postgres", "postgres"), directory);
        settings.put("QUARKUS_MAILER_HOST", mail.getOrDefault("quarkus.mailer.host", ""));
        settings.put("QUARKUS_MAILER_PORT", mail.getOrDefault("quarkus.mailer.port", ""));
        settings.put("LATCHKEY_OPERATOR_KEY", OPERATOR_KEY);
        settings.put("LATCHKEY_WORK_HEARTBEAT", "500ms"); // four of them missed, and another node takes over
    }

    @AfterEach
    void tear_down() throws IOException {
        mailServer.stop();
        database.close();
    }

    @Test
    void a_letter_that_was_queued_arrives_after_the_restart() {
        MoodyMailServer.becomes(Mood.SILENT);
        try (var app = PackagedApp.start(directory, settings).untilItPrints(RUNNING)) {
            opensAClinic();
            app.kill();
        }
        assertThat(MoodyMailServer.lettersTo(OWNER)).isEmpty();

        MoodyMailServer.becomes(Mood.CONTENT);
        try (var restarted = PackagedApp.start(directory, settings).untilItPrints(RUNNING)) {
            var token = Mailbox.newestTo(OWNER, DEAD_NODE_IS_NOTICED).fragment();
            Person.stranger()
                    .acceptsInvitation(token, "correct horse battery staple")
                    .then()
                    .statusCode(200);
            Person.signedInStaff(OWNER).get(Api.STAFF_ME).then().statusCode(200);
            assertThat(MoodyMailServer.lettersTo(OWNER)).hasSize(1);
            nothingOfStandaloneIsThere();
        }
    }

    private void nothingOfStandaloneIsThere() {
        Person.stranger().request().get("/mailbox/letters").then().statusCode(404);
        Person.stranger().request().get("/mailbox").then().statusCode(404);
        Person.stranger().get(Api.PORTALS + "/harbour-physio").then().statusCode(404);
        assertThat(directory.resolve(".latchkey")).doesNotExist();
    }

    private static void opensAClinic() {
        Person.withToken(OPERATOR_KEY)
                .post(
                        Api.CLINICS,
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
