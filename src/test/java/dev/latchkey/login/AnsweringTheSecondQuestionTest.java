package dev.latchkey.login;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.FrontDoor;
import dev.latchkey.support.FrontDoor.Question;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnsweringTheSecondQuestionTest {

    private static final String BIRTH_DATE = "1984-05-01";
    private static final Map<String, Object> RIGHT = Map.of("birthYear", 1984);
    private static final Map<String, Object> WRONG = Map.of("birthYear", 1985);
    private static final Map<String, Object> NOTHING = Map.of();

    private final FrontDoor door = FrontDoor.asking("birth-year");
    private final Person mia = door.client("Mia", Portal.anAddress("mia"), BIRTH_DATE);

    @Test
    void is_asked_by_no_clinic_that_has_not_said_so() {
        var other = Portal.clinic();
        var elsewhere = new FrontDoor(other);
        elsewhere.client("Mia", mia.email(), BIRTH_DATE);

        other.owner().get(Api.PORTAL_SETTINGS).then().body("secondQuestion", equalTo("none"));
        var link = Person.asking(other, mia.email());

        elsewhere.letsIn(link).answer().then().statusCode(201).body("status", equalTo("signed-in"));
    }

    @Test
    void comes_before_the_session_and_before_the_name() {
        var asked = door.letsIn(mia).answer();

        asked.then()
                .statusCode(201)
                .body("status", equalTo("profile-choice-required"))
                .body("accessToken", nullValue())
                .body("profiles.size()", equalTo(1))
                .body("profiles[0].displayName", nullValue())
                .body("profiles[0].question", equalTo("birth-year"))
                .header("Set-Cookie", nullValue());
        assertThat(asked.asString()).doesNotContain("Mia").doesNotContain(mia.id());
    }

    @ParameterizedTest
    @CsvSource({"birth-year, birthYear, 1984", "birth-date, birthDate, 1984-05-01"})
    void lets_in_who_answers_right(String question, String member, String answer) {
        door.asks(question);

        var answered = door.letsIn(mia).answers(Map.of(member, typed(member, answer)));

        answered.then().statusCode(201).body("status", equalTo("signed-in")).body("profile.id", equalTo(mia.id()));
        Person.withToken(answered.path("accessToken")).get(Api.ME).then().statusCode(200);
    }

    @Test
    void takes_a_date_as_a_whole() {
        door.asks("birth-date");
        var asked = door.letsIn(mia);

        for (var date : List.of("1984-05-02", "1984-06-01", "1985-05-01")) {
            assertRefused(asked.answers(Map.of("birthDate", date)), 422, "second-answer-wrong");
        }
        assertRefused(asked.answers(RIGHT), 422, "birth-date-required");

        asked.answers(Map.of("birthDate", BIRTH_DATE)).then().statusCode(201);
    }

    @Test
    void tells_a_wrong_answer_from_a_link_that_is_no_good() {
        var asked = door.letsIn(mia);

        for (var left = 4; left > 0; left--) {
            var refused = asked.answers(WRONG);
            assertRefused(refused, 422, "second-answer-wrong");
            assertThat(refused.<Integer>path("triesLeft")).isEqualTo(left);
        }
        assertRefused(asked.answers(WRONG), 401, "second-question-failed");

        assertRefused(asked.answers(RIGHT), 401, "second-question-failed");
        assertRefused(mia.redeems(Mailbox.newestTo(mia.email()).fragment()), 401, "login-link-used");
        door.letsIn(mia).answers(RIGHT).then().statusCode(201);
    }

    @Test
    void is_asked_of_who_types_the_code() {
        var request = mia.asksForALoginLink().<String>path("requestId");
        var code = Mailbox.newestTo(mia.email()).code();

        var asked = new Question(Person.stranger().entersLoginCode(request, code));

        asked.answer().then().statusCode(201).body("profiles[0].question", equalTo("birth-year"));
        assertRefused(asked.answers(WRONG), 422, "second-answer-wrong");
        asked.answers(RIGHT).then().statusCode(201);
    }

    @Test
    void is_each_persons_own_where_several_share_the_mailbox() {
        door.client("Noah", mia.email(), "2012-02-29");
        var ella = door.clinic().client("Ella", mia.email());

        var asked = door.letsIn(mia);

        asked.answer()
                .then()
                .body("profiles.displayName", equalTo(List.of("Mia L.", "Noah L.", "Ella L.")))
                .body("profiles.question", equalTo(Arrays.asList("birth-year", "birth-year", null)));
        assertRefused(asked.answers(1, RIGHT), 422, "second-answer-wrong");
        asked.answers(2, NOTHING).then().statusCode(201).body("profile.id", equalTo(ella.id()));
    }

    /** No answer could be right, and the desk alone could let them in. */
    @Test
    void is_not_asked_of_a_client_without_a_date_of_birth() {
        door.records(mia, null);

        door.letsIn(mia).answer().then().statusCode(201).body("status", equalTo("signed-in"));
    }

    @Test
    void is_judged_by_what_is_on_record_then() {
        var asked = door.letsIn(mia);
        door.records(mia, "1985-05-01");

        assertRefused(asked.answers(RIGHT), 422, "second-answer-wrong");
        asked.answers(WRONG).then().statusCode(201);
    }

    @Test
    void is_dropped_for_who_stands_there_when_the_clinic_asks_no_more() {
        var asked = door.letsIn(mia);
        door.asks("none");

        asked.answers(NOTHING).then().statusCode(201).body("profile.id", equalTo(mia.id()));
    }

    @Test
    void is_put_to_who_stands_there_when_the_clinic_begins_to_ask_and_costs_no_try() {
        door.asks("none");
        door.client("Noah", mia.email(), "2012-02-29");
        var asked = door.letsIn(mia);
        asked.answer().then().body("profiles.question", equalTo(Arrays.asList(null, null)));
        door.asks("birth-year");

        for (var n = 0; n < 6; n++) {
            assertRefused(asked.answers(NOTHING), 422, "birth-year-required");
        }

        asked.answers(RIGHT).then().statusCode(201);
    }

    /** A node of the version before does not ask. */
    @ParameterizedTest
    @ValueSource(strings = {"session", "switch"})
    void is_passed_over_by_no_sql_of_the_application(String way) {
        var noah = door.client("Noah", mia.email(), "2012-02-29");
        var asked = door.letsIn(mia);
        if (way.equals("switch")) {
            asked.answers(RIGHT).then().statusCode(201);
        }
        var change = way.equals("switch")
                ? "update session set client_id = ? from login_link link where link.id = login_link_id and link.address_key = ?"
                : """
                  insert into session (id, clinic_id, client_id, login_link_id, opened_at, ends_at, refresh_seed, refreshed_at)
                  select link.id, clinic_id, ?, link.id, now(), now() + interval '1 hour', repeat('0', 43), now()
                    from login_link link where address_key = ?
                  """;

        assertThatThrownBy(() -> Database.execute(change, UUID.fromString(noah.id()), mia.email()))
                .hasStackTraceContaining("the clinic asks a question first");
    }

    @Test
    void leads_to_one_profile_and_not_to_the_next() {
        var noah = door.client("Noah", mia.email(), "2012-02-29");
        var ella = door.clinic().client("Ella", mia.email());
        var inside = Person.withToken(door.letsIn(mia).answers(RIGHT).path("accessToken"));

        assertRefused(inside.switchesTo(noah.id()), 409, "profile-needs-new-link");
        inside.switchesTo(mia.id()).then().statusCode(200);
        inside.switchesTo(ella.id()).then().statusCode(200);
    }

    @Test
    void leaves_sessions_that_are_open() {
        door.asks("none");
        var inside = Person.withToken(door.letsIn(mia).answer().path("accessToken"));

        door.asks("birth-date");

        inside.get(Api.ME).then().statusCode(200);
    }

    @Test
    void is_on_record_without_the_answer() {
        var before = Trail.of(door.clinic()).lines().size();
        var asked = door.letsIn(mia);
        var wrong = asked.answers(WRONG);
        asked.answers(RIGHT).then().statusCode(201);

        assertThat(Trail.of(door.clinic()).actsAfter(before))
                .containsSubsequence(
                        "visitor login-link-redeemed",
                        "visitor second-question-asked",
                        "visitor second-answer-wrong",
                        "visitor profile-chosen",
                        "client session-opened");
        var line = Trail.of(door.clinic()).lineOf(wrong);
        assertThat(line.clientId()).isEqualTo(mia.id());
        assertThat(line.loginLinkId()).isNotNull();
        assertThat(line.reason()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"birthYear, 1899", "birthYear, 2100", "birthYear, 19840", "birthDate, 1984", "birthDate, 1984-13-01"})
    void takes_nothing_that_is_no_birthday(String member, String answer) {
        var asked = door.letsIn(mia);

        var refused = asked.answers(Map.of(member, typed(member, answer)));

        assertRefused(refused, 400, "invalid-request");
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/" + member);
        assertThat(refused.<String>path("errors[0].detail")).doesNotContain(answer);
        asked.answers(RIGHT).then().statusCode(201);
    }

    @Test
    void is_one_of_those_there_are() {
        Response refused = door.clinic().owner().patch(Api.PORTAL_SETTINGS, Map.of("secondQuestion", "maiden-name"));

        assertRefused(refused, 400, "invalid-request");
        door.clinic().owner().get(Api.PORTAL_SETTINGS).then().body("secondQuestion", equalTo("birth-year"));
    }

    private static Object typed(String member, String answer) {
        return member.equals("birthYear") ? (Object) Integer.valueOf(answer) : answer;
    }
}
