package dev.latchkey.boot;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MoodyMailServer;
import dev.latchkey.support.MoodyMailServer.Mood;
import dev.latchkey.support.PackagedApp;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.RefreshCookie;
import io.restassured.response.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installation's secret may have leaked, and an operator sets another one. */
class ChangingTheSecretIT {

    private static final String RUNNING = "Login links lead to";
    private static final String LOST = "LATCHKEY_SECRET does not open the second factors of";
    private static final String OPERATOR_KEY = "an operator's key that is hard to guess";
    private static final String THE_NEXT = "wd3nVQ2k9yB5sTfX7mZ0hRjL8cUaEoG4iPqN6tKxYbI=";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final MoodyMailServer mailServer = new MoodyMailServer();
    private final EmbeddedPostgres database;
    private final Map<String, String> settings;
    private final List<PackagedApp> running = new ArrayList<>();

    ChangingTheSecretIT(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.database = EmbeddedPostgres.start();
        var mail = mailServer.start();
        this.settings = PackagedApp.settled(database.getJdbcUrl("postgres", "postgres"), directory);
        settings.put("QUARKUS_MAILER_HOST", mail.getOrDefault("quarkus.mailer.host", ""));
        settings.put("QUARKUS_MAILER_PORT", mail.getOrDefault("quarkus.mailer.port", ""));
        settings.put("LATCHKEY_OPERATOR_KEY", OPERATOR_KEY);
        settings.put("LATCHKEY_SECOND_FACTOR_REENCRYPT_EVERY", "1s");
        settings.put("LATCHKEY_LIMITS_LOGIN_LINK_REQUESTS_PER_IP", "2/24h");
    }

    @BeforeEach
    void set_up() {
        System.setProperty("latchkey.operator-key", OPERATOR_KEY);
    }

    @AfterEach
    void tear_down() throws IOException {
        running.forEach(PackagedApp::close);
        System.clearProperty("latchkey.operator-key");
        mailServer.stop();
        database.close();
    }

    @Test
    void signs_no_one_out_and_loses_no_letter_or_code_and_forgets_no_limit() {
        var before = run();
        var clinic = Portal.clinic();
        var elsewhere = Portal.clinic();
        var staff = RefreshCookie.of(signsIn(elsewhere.owner()));
        var phone = Authenticator.enrolledBy(clinic.owner());
        var mia = clinic.client("Mia");
        var noah = clinic.client("Noah");
        MoodyMailServer.becomes(Mood.SILENT);
        var requestId = mia.asksForALoginLink().then().statusCode(202).extract().<String>path("requestId");
        noah.asksForALoginLink().then().statusCode(202);
        assertRefused(noah.asksForALoginLink(), 429, "too-many-requests");
        var sealedBefore = sealedKeyOf(clinic.owner());
        before.kill();

        MoodyMailServer.becomes(Mood.CONTENT);
        settings.put("LATCHKEY_SECRET_PREVIOUS", Objects.requireNonNull(settings.put("LATCHKEY_SECRET", THE_NEXT)));
        var between = run();
        clinic.owner().get(Api.STAFF_ME).then().statusCode(200);
        shows(clinic.owner(), phone.recoveryCodes().get(0)).then().statusCode(201);
        var next = refreshed(staff);
        assertRefused(noah.asksForALoginLink(), 429, "too-many-requests");
        var code = Mailbox.newestTo(mia.email(), PATIENCE).code();
        Person.stranger().entersLoginCode(requestId, code).then().statusCode(201);
        noah.follows(Mailbox.newestTo(noah.email(), PATIENCE).fragment()).then().statusCode(201);
        seals(clinic.owner(), sealedBefore); // as a node does that is not told of the change yet
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sealedKeyOf(clinic.owner())).isNotEqualTo(sealedBefore));
        between.kill();

        settings.remove("LATCHKEY_SECRET_PREVIOUS");
        try (var after = run()) {
            assertThat(after.printed()).contains(RUNNING);
            clinic.owner().get(Api.STAFF_ME).then().statusCode(200);
            noah.get(Api.ME).then().statusCode(200);
            refreshed(next);
            shows(clinic.owner(), phone.nextCode()).then().statusCode(201);
            shows(clinic.owner(), phone.recoveryCodes().get(1)).then().statusCode(201);
        }
    }

    @Test
    void to_one_that_does_not_open_everything_is_refused_in_one_sentence() {
        var before = run();
        var clinic = Portal.clinic();
        Authenticator.enrolledBy(clinic.owner());
        seals(clinic.owner(), new byte[48]);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(before.printed()).contains(LOST));
        assertThat(before.printed()).doesNotContain("Exception", "\tat ");
        before.kill();

        assertThat(refusal())
                .singleElement()
                .asString()
                .contains(LOST, clinic.owner().id(), "LATCHKEY_SECRET_PREVIOUS");
        settings.put("LATCHKEY_SECRET", THE_NEXT);
        assertThat(refusal())
                .singleElement()
                .asString()
                .contains("does not open the signing keys", "LATCHKEY_SECRET_PREVIOUS");
    }

    private List<String> refusal() {
        try (var app = PackagedApp.start(directory, settings)) {
            assertThat(app.untilItEnds()).isEqualTo(1);
            assertThat(app.printed()).doesNotContain("Exception", "\tat ");
            return app.printed()
                    .lines()
                    .filter(line -> line.contains("LATCHKEY_SECRET"))
                    .toList();
        }
    }

    private byte[] sealedKeyOf(Person member) {
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.prepareStatement(
                        "select sealed_key from staff_second_factor where staff_member_id = ?::uuid")) {
            statement.setString(1, member.id());
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getBytes(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void seals(Person member, byte[] key) {
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.prepareStatement(
                        "update staff_second_factor set sealed_key = ? where staff_member_id = ?::uuid")) {
            statement.setBytes(1, key);
            statement.setString(2, member.id());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private PackagedApp run() {
        var app = PackagedApp.start(directory, settings);
        running.add(app);
        return app.untilItPrints(RUNNING);
    }

    private static Response signsIn(Person owner) {
        return Person.stranger().signsInAsStaff(owner.email(), "correct horse battery staple");
    }

    private static Response shows(Person owner, String code) {
        var token = signsIn(owner).<String>path("secondFactorToken");
        return Person.stranger().entersSecondFactor(token, code);
    }

    private static RefreshCookie refreshed(RefreshCookie before) {
        var answer = before.refreshesInTheBody();
        answer.then().statusCode(200);
        return new RefreshCookie("staff", answer.path("refreshToken"));
    }
}
