package dev.latchkey.portalaccess;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.FrontDoor;
import dev.latchkey.support.FrontDoor.Question;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnsweringWronglyAtTheDoorTest {

    private static final Map<String, Object> RIGHT = Map.of("birthYear", 1984);

    private final FrontDoor door = FrontDoor.asking("birth-year");
    private final Person mia = door.client("Mia", Portal.anAddress("mia"), "1984-05-01");
    private final Desk desk = new Desk(door.clinic(), mia);

    @Test
    void is_told_to_the_desk_with_what_to_do() {
        failed(door.letsIn(mia));

        desk.hears("second-question-failed", "check-birth-date", "send-login-link");
        desk.asks()
                .then()
                .body("secondQuestion.question", equalTo("birth-year"))
                .body("secondQuestion.failedAt", notNullValue())
                .body("secondQuestion.limitedUntil", nullValue())
                .body("lastSignInAt", nullValue());
    }

    @Test
    void is_told_before_a_session_from_earlier() {
        door.letsIn(mia).answers(RIGHT).then().statusCode(201);

        failed(door.letsIn(mia));

        desk.hears("second-question-failed", "check-birth-date", "send-login-link");
    }

    @Test
    void is_over_once_they_are_in() {
        failed(door.letsIn(mia));

        door.letsIn(mia).answers(RIGHT).then().statusCode(201);

        desk.hears("signed-in");
        desk.asks().then().body("secondQuestion.failedAt", nullValue());
    }

    @Test
    void is_told_from_no_answer_at_all() {
        door.letsIn(mia);

        desk.hears("second-question-unanswered", "check-birth-date", "send-login-link");
    }

    /** Another link would lead to the same refusal. */
    @Test
    void is_told_apart_when_no_more_answers_are_taken() {
        failed(door.letsIn(mia));
        failed(door.letsIn(mia));

        desk.hears("second-answers-used-up", "check-birth-date", "wait");
        desk.asks().then().body("secondQuestion.limitedUntil", notNullValue());

        door.letsIn(mia).answers(RIGHT).then().statusCode(429);
        desk.hears("second-answers-used-up", "check-birth-date", "wait");

        door.records(mia, null);
        door.letsIn(mia).answer().then().body("status", equalTo("signed-in"));
        desk.hears("signed-in");
    }

    @Test
    void is_nothing_that_another_clinic_hears() {
        failed(door.letsIn(mia));
        var elsewhere = Portal.clinic();

        new Desk(elsewhere, elsewhere.client("Mia", mia.email())).hears("never-invited", "send-login-link");
    }

    @Test
    void says_of_each_client_what_they_are_asked() {
        door.records(mia, null);

        desk.asks().then().body("secondQuestion.question", nullValue());
    }

    private static void failed(Question asked) {
        for (var n = 0; n < 4; n++) {
            asked.answers(Map.of("birthYear", 1985)).then().statusCode(422);
        }
        asked.answers(Map.of("birthYear", 1985)).then().statusCode(401);
    }
}
