package dev.latchkey.emailchanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A click, and another click or an act of staff: one of the two comes first, and the other finds that. */
@QuarkusTest
class ConfirmingAtTheSameMomentTest {

    private static final int ROUNDS = 8;

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();

    @Test
    void succeeds_for_one_of_eight_clicks() throws Exception {
        var asked = asked();
        Callable<Response> click = asked::click;

        var answers = Together.all(IntStream.range(0, 8).mapToObj(n -> click).toList());

        assertThat(answers.stream().map(Response::statusCode))
                .containsOnlyOnce(200)
                .containsOnly(200, 422);
        assertThat(Trail.of(clinic).lines().stream().map(Trail.Line::toString))
                .containsOnlyOnce("visitor client-address-changed");
    }

    @Test
    void succeeds_or_is_taken_back() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var asked = asked();

            var answers = Together.<Response>all(List.of(asked::click, () -> owner.cancelsEmailChangeOf(asked.mia)));

            var isConfirmed = answers.get(0).statusCode() == 200;
            assertThat(answers.get(0).statusCode()).isEqualTo(isConfirmed ? 200 : 422);
            assertThat(answers.get(1).statusCode()).isEqualTo(isConfirmed ? 404 : 204);
            assertHas(asked.mia, isConfirmed ? asked.next : asked.mia.email());
        }
    }

    @Test
    void gives_way_to_staff_or_makes_them_look_again() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var asked = asked();
            var path = Api.CLIENTS + "/" + asked.mia.id();
            var seen = owner.get(path).header("ETag");
            var third = Portal.anAddress("third");

            var answers = Together.<Response>all(List.of(
                    asked::click, () -> owner.sends("PATCH", path, Map.of("email", third), Map.of("If-Match", seen))));

            var isConfirmed = answers.get(0).statusCode() == 200;
            assertThat(answers.get(0).statusCode()).isEqualTo(isConfirmed ? 200 : 422);
            assertThat(answers.get(1).statusCode()).isEqualTo(isConfirmed ? 412 : 200);
            assertHas(asked.mia, isConfirmed ? asked.next : third);
        }
    }

    private void assertHas(Person client, String email) {
        owner.get(Api.CLIENTS + "/" + client.id()).then().body("email", equalTo(email));
    }

    private WaitingClient asked() {
        var mia = clinic.client("Mia");
        var next = Portal.anAddress("next");
        owner.asksToConfirm(mia, next).then().statusCode(202);
        return new WaitingClient(mia, next, Mailbox.newestTo(next).fragment());
    }

    private record WaitingClient(Person mia, String next, String token) {

        Response click() {
            return Person.stranger().confirmsEmail(token);
        }
    }
}
