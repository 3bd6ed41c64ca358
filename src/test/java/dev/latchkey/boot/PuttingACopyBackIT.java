package dev.latchkey.boot;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MoodyMailServer;
import dev.latchkey.support.PackagedApp;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.RefreshCookie;
import dev.latchkey.support.Superuser;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operations.md says of restoring a backup, step by step. */
class PuttingACopyBackIT {

    private static final String RUNNING = "Login links lead to";
    private static final String OPERATOR_KEY = "an operator's key that is hard to guess";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path PAGE = Path.of("src/main/resources/docs/operations.md");
    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    private final Path directory;
    private final Path data;
    private final MoodyMailServer mailServer = new MoodyMailServer();
    private final Map<String, String> settings;
    private EmbeddedPostgres database;

    PuttingACopyBackIT(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.data = directory.resolve("data");
        this.database = on(data).start();
        var mail = mailServer.start();
        this.settings = PackagedApp.settled(database.getJdbcUrl("postgres", "postgres"), directory);
        settings.put("QUARKUS_MAILER_HOST", mail.getOrDefault("quarkus.mailer.host", ""));
        settings.put("QUARKUS_MAILER_PORT", mail.getOrDefault("quarkus.mailer.port", ""));
        settings.put("LATCHKEY_OPERATOR_KEY", OPERATOR_KEY);
        System.setProperty("latchkey.operator-key", OPERATOR_KEY);
    }

    @AfterEach
    void tear_down() throws IOException {
        System.clearProperty("latchkey.operator-key");
        mailServer.stop();
        database.close();
    }

    @Test
    void revives_no_session_and_keeps_the_records() throws Exception {
        Person mia;
        Person noah;
        Person owner;
        RefreshCookie cookie;
        String link;
        List<String> keys;
        try (var before = PackagedApp.start(directory, settings).untilItPrints(RUNNING)) {
            var clinic = Portal.clinic();
            owner = clinic.owner();
            mia = clinic.client("Mia");
            noah = clinic.client("Noah");
            mia.asksForALoginLink().then().statusCode(202);
            var entered = mia.follows(Mailbox.newestTo(mia.email(), PATIENCE).fragment());
            cookie = RefreshCookie.of(entered);
            noah.asksForALoginLink().then().statusCode(202);
            link = Mailbox.newestTo(noah.email(), PATIENCE).fragment();
            keys = keys();

            copyDatabase();

            await().atMost(PATIENCE).until(() -> mia.signsOut().statusCode() == 204);
            noah.follows(link).then().statusCode(201);
            before.kill();
        }

        putCopyBack();
        var copy = new Superuser(database);
        assertThat(copy.counts("select count(*) from session where client_id is not null and ended_at is null"))
                .isOne();
        assertThat(copy.counts("select count(*) from login_link where redeemed_at is null"))
                .isOne();
        for (var step : commands()) {
            copy.tells(step);
        }
        settings.put(
                "LATCHKEY_RESTORED_AT",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());

        try (var after = PackagedApp.start(directory, settings).untilItPrints(RUNNING)) {
            assertThat(after.printed()).contains("A backup was put back at");
            assertRefused(mia.get(Api.ME), 401, "token-invalid");
            assertRefused(owner.get(Api.STAFF_ME), 401, "token-invalid");
            assertRefused(cookie.refreshesInTheBody(), 401, "session-ended");
            assertRefused(noah.follows(link), 401, "login-link-revoked");
            assertThat(keys()).isNotEmpty().doesNotContainAnyElementsOf(keys);

            assertThat(signIn(owner, Person.PASSWORD)).isEqualTo(401);
            Person.signedInStaff(owner.email(), anotherPasswordOf(owner))
                    .get(Api.CLIENTS + "/" + mia.id())
                    .then()
                    .statusCode(200)
                    .body("givenName", equalTo("Mia"));
        }
    }

    private void copyDatabase() throws Exception {
        var port = database.getPort();
        database.close();
        copy(data, data.resolveSibling("data.copy"));
        database = on(data).setPort(port).start();
    }

    private void putCopyBack() throws Exception {
        var port = database.getPort();
        database.close();
        Files.move(data, data.resolveSibling("data.lost"));
        copy(data.resolveSibling("data.copy"), data);
        database = on(data).setPort(port).start();
    }

    private static EmbeddedPostgres.Builder on(Path data) {
        return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
    }

    private static void copy(Path from, Path to) throws Exception {
        var copying = new ProcessBuilder("cp", "-a", from.toString(), to.toString());
        assertThat(copying.inheritIO().start().waitFor()).isZero();
    }

    private static List<String> commands() throws IOException {
        var page = Files.readString(PAGE);
        assertThat(page).contains("export LATCHKEY_RESTORED_AT=$(date -u +%FT%TZ)");
        var commands =
                SQL.matcher(page).results().map(command -> command.group(1)).toList();
        assertThat(commands).hasSize(2);
        return commands;
    }

    private static List<String> keys() {
        return Person.stranger().get("/.well-known/jwks.json").path("keys.kid");
    }

    private static int signIn(Person member, String password) {
        return Person.stranger().signsInAsStaff(member.email(), password).statusCode();
    }

    private static String anotherPasswordOf(Person member) {
        var password = "a sentence that only we would say";
        Person.stranger().requestsPasswordReset(member.email()).then().statusCode(202);
        await().atMost(PATIENCE)
                .until(() -> Mailbox.newestTo(member.email(), PATIENCE).text().contains("/password-reset#"));
        var token = Mailbox.newestTo(member.email(), PATIENCE).fragment();
        Person.stranger().completesPasswordReset(token, password).then().statusCode(204);
        return password;
    }
}
