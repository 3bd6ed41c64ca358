package dev.latchkey.staffsignin;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.RefreshCookie;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ChangingAPasswordTest {

    private static final String NEW = "a sentence that only we would say";

    private final Person owner = Portal.clinic().owner();

    @Test
    void makes_the_former_one_useless() {
        owner.changesPassword(Person.PASSWORD, NEW).then().statusCode(204);

        assertRefused(Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD), 401, "credentials-wrong");
        Person.stranger().signsInAsStaff(owner.email(), NEW).then().statusCode(201);
    }

    @Test
    void ends_what_is_open_elsewhere_and_goes_on_here() {
        var elsewhere = Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD);
        var tablet = Person.withToken(elsewhere.path("accessToken"));
        var colleague = Portal.clinic().owner();

        owner.changesPassword(Person.PASSWORD, NEW).then().statusCode(204);

        owner.get(Api.STAFF_ME).then().statusCode(200);
        assertRefused(tablet.get(Api.STAFF_ME), 401, "session-ended");
        assertRefused(RefreshCookie.of(elsewhere).refreshes(), 401, "session-ended");
        colleague.get(Api.STAFF_ME).then().statusCode(200);
    }

    @Test
    void needs_the_one_they_have() {
        assertRefused(owner.changesPassword(NEW, NEW), 422, "password-wrong");

        Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD).then().statusCode(201);
    }

    @Test
    void needs_another_one() {
        assertRefused(owner.changesPassword(Person.PASSWORD, Person.PASSWORD), 422, "password-unchanged");
    }

    @Test
    void is_no_way_to_go_on_guessing() {
        for (var n = 0; n < 10; n++) {
            assertRefused(owner.changesPassword(NEW + n, NEW), 422, "password-wrong");
        }

        assertRefused(owner.changesPassword(Person.PASSWORD, NEW), 429, "too-many-requests");
        Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD).then().statusCode(201);
    }

    @Test
    void twice_at_once_does_it_once() throws Exception {
        var answers = Together.all(IntStream.range(0, 8)
                .mapToObj(n -> (Callable<Response>) () -> owner.changesPassword(Person.PASSWORD, NEW + n))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 204).hasSize(1);
        answers.stream()
                .filter(answer -> answer.statusCode() != 204)
                .forEach(answer -> assertRefused(answer, 422, "password-wrong"));
    }

    @Test
    void leaves_no_session_open_that_began_with_the_former_one() throws Exception {
        Callable<Response> enter = () -> Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD);
        Callable<Response> change = () -> owner.changesPassword(Person.PASSWORD, NEW);

        var answers = Together.all(
                IntStream.range(0, 9).mapToObj(n -> n == 4 ? change : enter).toList());

        answers.get(4).then().statusCode(204);
        answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(entered -> Person.withToken(entered.path("accessToken")))
                .forEach(entered -> assertRefused(entered.get(Api.STAFF_ME), 401, "session-ended"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "eleven char"})
    void wants_12_characters(String password) {
        assertRefused(owner.changesPassword(Person.PASSWORD, password), 400, "invalid-request");
    }
}
