package dev.latchkey.loginlinks;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Archived, or moved to another address, while a link to the old one is being followed. */
@QuarkusTest
class LeavingAnAddressTest {

    private static final int ROUNDS = 12;

    private final Practice clinic = Portal.clinic();

    @Test
    void by_being_archived_refuses_a_click_at_the_same_moment() throws Exception {
        eachTime(mia -> clinic.owner().put(path(mia) + "/archival"));
    }

    @Test
    void for_another_refuses_a_click_at_the_same_moment() throws Exception {
        eachTime(mia -> clinic.owner()
                .patch(path(mia), Map.of("email", Portal.anAddress("new"), "externalId", "" + UUID.randomUUID())));
    }

    @Test
    void by_being_archived_refuses_a_choice_at_the_same_moment() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var mia = clinic.client("Mia");
            clinic.client("Noah", mia.email());
            mia.asksForALoginLink();
            var offer = mia.followsTheLinkInTheirMail();
            var ref = offer.<String>path("profiles[0].ref");

            var answers = Together.<Response>all(
                    List.of(() -> mia.chooses(offer.path("choiceToken"), ref), () -> clinic.owner()
                            .put(path(mia) + "/archival")));

            assertNoSessionIsLive(mia, answers);
        }
    }

    @Test
    void can_be_said_by_eight_at_once() throws Exception {
        var mia = clinic.client("Mia");
        Callable<Response> archival = () -> clinic.owner().put(path(mia) + "/archival");

        var answers = Together.all(IntStream.range(0, 8).mapToObj(n -> archival).toList());

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
    }

    /** A link or a session that is being made for a client keeps their row from being deleted, and must not keep it from being changed. */
    @Test
    void does_not_wait_for_acts_that_only_refer_to_the_client() throws Exception {
        var mia = clinic.client("Mia");

        try (var ignored =
                Database.holding("select 1 from client where id = ? for key share", UUID.fromString(mia.id()))) {
            clinic.owner()
                    .patch(path(mia), Map.of("externalId", "" + UUID.randomUUID()))
                    .then()
                    .statusCode(200);
        }
    }

    private void eachTime(Function<Person, Response> leave) throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var mia = clinic.client("Mia");
            mia.asksForALoginLink();
            var link = Mailbox.newestTo(mia.email()).fragment();

            var answers = Together.<Response>all(List.of(() -> mia.follows(link), () -> leave.apply(mia)));

            assertNoSessionIsLive(mia, answers);
        }
    }

    private static void assertNoSessionIsLive(Person mia, List<Response> answers) {
        answers.get(1).then().statusCode(200);
        if (answers.get(0).statusCode() == 201) {
            assertRefused(mia.get(Api.ME), 401, "session-ended");
        } else {
            assertThat(answers.get(0).statusCode()).isIn(401, 422);
        }
    }

    private static String path(Person client) {
        return Api.CLIENTS + "/" + client.id();
    }
}
