package dev.latchkey.login;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Outage;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The letter is open on another device than the one on which it was asked for. */
@QuarkusTest
class TypingACodeTest {

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private final String requestId = mia.asksForALoginLink().path("requestId");

    @Test
    void opens_the_session_where_the_link_was_asked_for() {
        Person.stranger()
                .entersLoginCode(requestId, code())
                .then()
                .statusCode(201)
                .body("profile.id", equalTo(mia.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s %s", "%s-%s", " %s\u00a0%s\n", "%s–%s", "%s\u2011%s", "%s\u202f%s", "\u200b%s\u3000%s"})
    void takes_it_as_people_type_it(String typed) {
        var code = code();

        Person.stranger()
                .entersLoginCode(requestId, typed.formatted(code.substring(0, 3), code.substring(3)))
                .then()
                .statusCode(201);
    }

    /** What was counted beforehand is taken back afterwards, and that is worth less than the session. */
    @Test
    void opens_it_also_if_the_count_of_failures_cannot_be_put_right() {
        var code = code();

        try (var ignored = Outage.failsChangesOf("rate_limit")) {
            Person.stranger().entersLoginCode(requestId, code).then().statusCode(201);
        }
    }

    @Test
    void spends_the_link_too() {
        var letter = Mailbox.newestTo(mia.email());

        Person.stranger().entersLoginCode(requestId, letter.code()).then().statusCode(201);

        assertRefused(mia.follows(letter.fragment()), 401, "login-link-used");
        assertRefused(Person.stranger().entersLoginCode(requestId, letter.code()), 401, "login-code-wrong");
    }

    @Test
    void opens_one_session_with_a_click_at_the_same_moment() throws Exception {
        var letter = Mailbox.newestTo(mia.email());
        Callable<Response> typed = () -> Person.stranger().entersLoginCode(requestId, letter.code());
        Callable<Response> clicked = () -> mia.follows(letter.fragment());

        var answers = Together.all(
                IntStream.range(0, 8).mapToObj(n -> n < 4 ? typed : clicked).toList());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(Database.count("select count(*) from session where client_id = ?::uuid", mia.id()))
                .isEqualTo(1);
    }

    @Test
    void wrongly_five_times_ends_the_code_and_not_the_link() {
        var letter = Mailbox.newestTo(mia.email());
        for (var n = 0; n < 5; n++) {
            assertRefused(Person.stranger().entersLoginCode(requestId, other(letter.code())), 401, "login-code-wrong");
        }

        assertRefused(Person.stranger().entersLoginCode(requestId, letter.code()), 401, "login-code-wrong");
        mia.follows(letter.fragment()).then().statusCode(201);
    }

    @Test
    void wrongly_by_five_at_once_counts_each() throws Exception {
        var letter = Mailbox.newestTo(mia.email());
        Callable<Response> guess = () -> Person.stranger().entersLoginCode(requestId, other(letter.code()));

        var answers = Together.all(Collections.nCopies(5, guess));

        assertThat(answers).allSatisfy(answer -> assertRefused(answer, 401, "login-code-wrong"));
        assertRefused(Person.stranger().entersLoginCode(requestId, letter.code()), 401, "login-code-wrong");
    }

    @Test
    void of_a_letter_that_was_asked_for_elsewhere_is_refused() {
        var mine = Mailbox.newestTo(mia.email()).code();
        var theirs = clinic.client("Noah").asksForALoginLink().<String>path("requestId");

        assertRefused(Person.stranger().entersLoginCode(theirs, mine), 401, "login-code-wrong");
    }

    @Test
    void sounds_the_same_for_an_unknown_address() {
        var stranger = Person.stranger()
                .post(Api.PORTALS + "/" + clinic.slug() + "/login-links", Map.of("email", Portal.anAddress("stranger")))
                .<String>path("requestId");
        var letter = Mailbox.newestTo(mia.email());

        var known = Person.stranger().entersLoginCode(requestId, other(letter.code()));
        var unknown = Person.stranger().entersLoginCode(stranger, other(letter.code()));

        assertThat(withoutId(unknown)).isEqualTo(withoutId(known));
    }

    @Test
    void too_late_is_refused() {
        var code = code();
        Database.minutesPassForLinksTo(mia.email(), 15);

        assertRefused(Person.stranger().entersLoginCode(requestId, code), 401, "login-code-wrong");
    }

    @Test
    void is_not_offered_for_what_staff_sent() {
        Mailbox.newestTo(mia.email());
        clinic.owner().sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);

        assertThat(Mailbox.lettersTo(mia.email(), 2).get(0).text()).doesNotContain("code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567", "12345a", "１２３４５", ""})
    void that_is_none_is_refused_for_its_form(String code) {
        assertRefused(Person.stranger().entersLoginCode(requestId, code), 400, "invalid-request");
    }

    @Test
    void needs_both_or_a_link_alone() {
        assertRefused(Person.stranger().post(Api.SESSIONS, Map.of()), 400, "invalid-request");
        assertRefused(Person.stranger().post(Api.SESSIONS, Map.of("code", "123456")), 400, "invalid-request");
        assertRefused(
                Person.stranger().post(Api.SESSIONS, Map.of("token", "x", "requestId", requestId, "code", "123456")),
                400,
                "invalid-request");
    }

    private String code() {
        return Mailbox.newestTo(mia.email()).code();
    }

    private static String other(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }

    private static String withoutId(Response answer) {
        return answer.statusCode() + answer.asString().replace(answer.header("X-Request-Id"), "");
    }
}
