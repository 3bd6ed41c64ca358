package dev.latchkey.loginlinks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Listener;
import dev.latchkey.support.Listener.Question;
import dev.latchkey.support.MoodyMailServer;
import dev.latchkey.support.MoodyMailServer.Mood;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Times;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** About an address, from outside: with the limits and the hashes that an installation has, while its mail server hangs. */
@QuarkusTest
@TestProfile(AsInstalled.class)
class LearningNothingTest {

    private static final int ASKS_OF_EACH_KIND = 60;
    private static final int GUESSES_OF_EACH_KIND = 30; // each costs a hash

    private final ArrayList<Question> questions = new ArrayList<>();
    private final Practice clinic = Portal.clinic();

    @AfterEach
    void the_mail_server_is_content() {
        MoodyMailServer.becomes(Mood.CONTENT);
    }

    @Test
    void by_asking_for_a_login_link() throws IOException {
        var limited = someClient();
        for (var n = 0; n < ASKS_OF_EACH_KIND; n++) {
            ask("known", someClient().email());
            ask("unknown", anAddress());
            ask("archived", archived().email());
            ask("given up", givenUp().email());
            ask("limited", limited.email());
        }

        // Or from the second round on all were limited, and alike whatever we do for the others. Two rounds overlook
        // half a millisecond.
        assertNothingIsLearnt(4, () -> {
            Database.forgetsWhatWasCounted();
            limited.asksForALoginLink().then().statusCode(202);
        });
    }

    @Test
    void by_signing_in_as_staff() throws IOException {
        var invited = anAddress();
        clinic.owner()
                .post(Api.MEMBERS, Map.of("displayName", "Riley", "email", invited, "role", "receptionist"))
                .then()
                .statusCode(201);
        for (var n = 0; n < GUESSES_OF_EACH_KIND; n++) {
            guess("known", clinic.owner().email());
            guess("unknown", anAddress());
            guess("invited", invited);
        }

        // A hash takes so long that once is enough.
        assertNothingIsLearnt(1, () -> {});
    }

    private void ask(String kind, String email) {
        questions.add(new Question(
                questions.size(),
                kind,
                Api.PORTALS + "/" + clinic.slug() + "/login-links",
                "{\"email\":\"" + email + "\"}"));
    }

    private void guess(String kind, String email) {
        questions.add(new Question(
                questions.size(),
                kind,
                Api.STAFF_SESSIONS,
                "{\"email\":\"" + email + "\",\"password\":\"wrong horse battery\"}"));
    }

    private void assertNothingIsLearnt(int rounds, Runnable beforeEach) throws IOException {
        MoodyMailServer.becomes(Mood.SILENT);
        try (var stranger = new Listener()) {
            for (var round = 0; round < rounds; round++) {
                beforeEach.run();
                // So that what one leaves to the workers falls upon the next of any kind.
                Collections.shuffle(questions);
                for (var question : questions) {
                    stranger.asks(question);
                }
            }
            assertThat(stranger.answers().values()).allSatisfy(answers -> assertThat(answers)
                    .hasSize(1)
                    .isEqualTo(stranger.answers().get("unknown")));
            assertThat(Times.differences(stranger.nanos())).isEmpty();
        }
    }

    private static String anAddress() {
        return Portal.anAddress("stranger");
    }

    private Person someClient() {
        return clinic.client("Mia", anAddress());
    }

    private Person archived() {
        var client = someClient();
        clinic.owner().archives(client).then().statusCode(200);
        return client;
    }

    /** Once a client's, who has no e-mail any more. */
    private Person givenUp() {
        var client = someClient();
        clinic.owner()
                .patch(Api.CLIENTS + "/" + client.id(), Collections.singletonMap("email", null))
                .then()
                .statusCode(200);
        return client;
    }
}
