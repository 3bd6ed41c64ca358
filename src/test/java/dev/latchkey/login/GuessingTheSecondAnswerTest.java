package dev.latchkey.login;

import static dev.latchkey.support.Refusals.assertRefused;
import static dev.latchkey.support.Refusals.assertRetriedAfter;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.support.Database;
import dev.latchkey.support.FrontDoor;
import dev.latchkey.support.FrontDoor.Question;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Together;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A year of birth is one of a hundred, and may be tried by who reads the mailbox. */
@QuarkusTest
class GuessingTheSecondAnswerTest {

    private static final Map<String, Object> RIGHT = Map.of("birthYear", 1984);
    private static final Map<String, Object> WRONG = Map.of("birthYear", 1985);

    private final FrontDoor door = FrontDoor.asking("birth-year");
    private final Person mia = door.client("Mia", Portal.anAddress("mia"), "1984-05-01");

    @Test
    void has_five_tries_also_where_six_come_at_once() throws Exception {
        var asked = door.letsIn(mia);

        var answers = Together.all(nCopies(6, answering(asked, WRONG)));

        assertThat(answers.stream().map(GuessingTheSecondAnswerTest::code))
                .containsExactlyInAnyOrder(
                        "second-answer-wrong",
                        "second-answer-wrong",
                        "second-answer-wrong",
                        "second-answer-wrong",
                        "second-question-failed",
                        "second-question-failed");
        assertThat(answers.stream()
                        .map(answer -> answer.<Integer>path("triesLeft"))
                        .filter(left -> left != null))
                .containsExactlyInAnyOrder(4, 3, 2, 1);
        assertThat(Trail.of(door.clinic()).lines().stream()
                        .map(Trail.Line::toString)
                        .filter(line -> line.contains("second-") && !line.contains("asked")))
                .containsExactlyInAnyOrder(
                        "visitor second-answer-wrong",
                        "visitor second-answer-wrong",
                        "visitor second-answer-wrong",
                        "visitor second-answer-wrong",
                        "visitor second-question-failed",
                        "visitor profile-rejected second-question-failed");
        assertRefused(asked.answers(RIGHT), 401, "second-question-failed");
    }

    @Test
    void shares_its_tries_with_wrong_profiles() {
        var asked = door.letsIn(mia);
        var token = asked.answer().<String>path("choiceToken");
        for (var n = 0; n < 3; n++) {
            assertRefused(mia.chooses(token, "unknown"), 422, "profile-ref-unknown");
        }

        assertRefused(asked.answers(WRONG), 422, "second-answer-wrong");
        assertRefused(mia.chooses(token, "unknown"), 422, "profile-ref-unknown");

        assertRefused(asked.answers(RIGHT), 401, "choice-token-invalid");
    }

    /** A right answer is given back, or a client who signs in often would be kept out one day. */
    @Test
    void has_ten_wrong_answers_a_day_at_a_mailbox_and_any_number_of_right_ones() {
        var began = System.nanoTime();
        for (var link = 0; link < 2; link++) {
            var asked = door.letsIn(mia);
            for (var n = 0; n < 4; n++) {
                assertRefused(asked.answers(WRONG), 422, "second-answer-wrong");
            }
            asked.answers(RIGHT).then().statusCode(201);
        }
        var asked = door.letsIn(mia);
        assertRefused(asked.answers(WRONG), 422, "second-answer-wrong");
        assertRefused(asked.answers(WRONG), 422, "second-answer-wrong");

        var refused = asked.answers(RIGHT);

        assertRefused(refused, 429, "second-answers-used-up");
        assertRetriedAfter(refused, 24 * 3600 / 10, began);
        assertThat(Trail.of(door.clinic()).lineOf(refused).toString())
                .isEqualTo("visitor limited second-answer-failures-per-mailbox");
    }

    @Test
    void judges_no_more_than_ten_also_where_three_links_are_tried_at_once() throws Exception {
        var links = List.of(door.letsIn(mia), door.letsIn(mia), door.letsIn(mia));

        var answers = Together.all(links.stream()
                .flatMap(asked -> nCopies(5, answering(asked, WRONG)).stream())
                .toList());

        assertThat(answers).filteredOn(answer -> answer.statusCode() != 429).hasSize(10);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 429).map(GuessingTheSecondAnswerTest::code))
                .hasSize(5)
                .containsOnly("second-answers-used-up");
        assertThat(Database.count(
                        "select sum(wrong_tries) from profile_choice where clinic_id = ?",
                        Database.clinicId(door.clinic().slug())))
                .isEqualTo(10);
    }

    @Test
    void takes_nothing_from_another_mailbox_or_from_another_clinic() {
        var elsewhere = FrontDoor.asking("birth-year");
        var there = elsewhere.client("Mia", mia.email(), "1984-05-01");
        var ella = door.client("Ella", Portal.anAddress("ella"), "1984-05-01");
        Stream.of(door.letsIn(mia), door.letsIn(mia)).forEach(asked -> {
            for (var n = 0; n < 5; n++) {
                asked.answers(WRONG);
            }
        });
        assertRefused(door.letsIn(mia).answers(RIGHT), 429, "second-answers-used-up");

        elsewhere.letsIn(there).answers(RIGHT).then().statusCode(201);
        door.letsIn(ella).answers(RIGHT).then().statusCode(201);
    }

    @Test
    void opens_one_session_where_right_answers_come_at_once() throws Exception {
        var asked = door.letsIn(mia);

        var answers = Together.all(nCopies(4, answering(asked, RIGHT)));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 201).map(GuessingTheSecondAnswerTest::code))
                .containsOnly("choice-token-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"question_failed_at = null", "wrong_tries = 0"})
    void takes_no_failure_back(String change) {
        var asked = door.letsIn(mia);
        for (var n = 0; n < 5; n++) {
            asked.answers(WRONG);
        }

        assertThatThrownBy(() -> Database.execute(
                        "update profile_choice set " + change + " where clinic_id = ?",
                        Database.clinicId(door.clinic().slug())))
                .hasStackTraceContaining("no try is taken back");
    }

    private static Callable<Response> answering(Question asked, Map<String, Object> given) {
        return () -> asked.answers(given);
    }

    private static String code(Response answer) {
        return answer.path("code");
    }
}
