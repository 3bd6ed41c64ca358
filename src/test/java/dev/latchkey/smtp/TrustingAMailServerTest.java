package dev.latchkey.smtp;

import static dev.latchkey.smtp.Outcome.SERVER_UNREACHABLE;
import static dev.latchkey.smtp.Outcome.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.loginlinks.AsInstalled;
import dev.latchkey.smtp.EncryptedMailServer.Way;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailMessage;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * As Java trusts: a certificate of an authority that its trust store knows, for the name that the operator wrote. Guards {@code
 * MailClientConfig} when the mail client of Quarkus is upgraded.
 */
@QuarkusTest
@TestProfile(AsInstalled.class)
class TrustingAMailServerTest {

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

    private static Path keys = Path.of("");

    @Inject
    Vertx vertx;

    @Inject
    EhloName ehloName;

    @Inject
    MailServerAlarm alarm;

    @BeforeAll
    static void make_keys(@TempDir Path directory) throws Exception {
        keys = EncryptedMailServer.keys(directory);
        System.setProperty(TRUST_STORE_PASSWORD, EncryptedMailServer.PASSWORD);
    }

    @AfterAll
    static void trust_as_before() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE_PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "TLS, DISABLED, localhost, true, true",
        "TLS, DISABLED, localhost, false, false",
        "TLS, DISABLED, 127.0.0.1, true, false",
        "STARTTLS, REQUIRED, localhost, true, true",
        "STARTTLS, REQUIRED, localhost, false, false",
        "STARTTLS, REQUIRED, 127.0.0.1, true, false",
        "STARTTLS, OPTIONAL, localhost, true, true",
        "STARTTLS, OPTIONAL, localhost, false, false",
        "STARTTLS_REFUSED, REQUIRED, localhost, true, false",
        "STARTTLS_REFUSED, OPTIONAL, localhost, true, false",
        "NONE, REQUIRED, localhost, true, false",
        "NONE, OPTIONAL, localhost, true, true",
        "STARTTLS, DISABLED, localhost, true, true"
    })
    void gives_it_a_letter_only_if_it_is_the_one(
            Way way, String startTls, String host, boolean isTrusted, boolean isGiven) throws Exception {
        trust(isTrusted);
        try (var server = new EncryptedMailServer(keys, way)) {
            var conversations = conversations(host, server.port(), way == Way.TLS, startTls);

            // Twice, for the client remembers of its configuration that it was used.
            for (var i = 0; i < 2; i++) {
                var told = new ArrayList<Outcome>();
                conversations.hold(List.of(letter()), answers -> answers.forEach(answer -> told.add(answer.outcome())));
                assertThat(told).containsExactly(isGiven ? TAKEN : SERVER_UNREACHABLE);
            }

            var isEncrypted = way == Way.TLS || way == Way.STARTTLS && !startTls.equals("DISABLED");
            assertThat(server.commands().stream().filter(command -> command.contains("MAIL FROM")))
                    .hasSize(isGiven ? 2 : 0)
                    .allMatch(command -> command.startsWith("TLS: ") == isEncrypted);
        }
    }

    private static void trust(boolean isTrusted) throws Exception {
        if (isTrusted) {
            System.setProperty(TRUST_STORE, EncryptedMailServer.trust(keys).toString());
        } else {
            System.clearProperty(TRUST_STORE);
        }
    }

    private Conversations conversations(String host, int port, boolean isTls, String startTls) {
        var settings = new GivenMailServer(host, port, isTls, startTls, Duration.ofSeconds(60)).settings();
        return new Conversations(vertx, new MailClientConfig(settings, ehloName), settings, alarm);
    }

    private static MailMessage letter() {
        return new MailMessage()
                .setFrom("no-reply@portal.example.org")
                .setTo("mia@example.org")
                .setText("Hello");
    }
}
