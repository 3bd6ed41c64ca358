package dev.latchkey.staffadmin;

import static dev.latchkey.support.Refusals.assertRefused;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AcceptingAnInvitationTest {

    private static final String PASSWORD = "correct horse battery staple";

    private final Practice clinic = Portal.clinic();
    private final String email = Portal.anAddress("sam");
    private final Response invited = clinic.owner()
            .post(Api.MEMBERS, Map.of("displayName", "Sam Staff", "email", email, "role", "receptionist"));
    private final String token = Mailbox.newestTo(email).fragment();

    @Test
    void sets_the_password_and_lets_the_member_in() {
        invited.then().statusCode(201).body("status", equalTo("invited"));
        assertRefused(Person.stranger().signsInAsStaff(email, PASSWORD), 401, "credentials-wrong");

        Person.stranger()
                .acceptsInvitation(token, PASSWORD)
                .then()
                .statusCode(200)
                .body("status", equalTo("active"));

        Person.stranger()
                .signsInAsStaff(email, PASSWORD)
                .then()
                .statusCode(201)
                .body("staffMember.role", equalTo("receptionist"));
    }

    @Test
    void sets_a_password_that_is_the_same_from_every_keyboard() {
        Person.stranger()
                .acceptsInvitation(token, "Zoe\u0308 likes\u00a0a long sentence")
                .then()
                .statusCode(200);

        Person.stranger()
                .signsInAsStaff(email, "Zo\u00eb likes a long sentence")
                .then()
                .statusCode(201);
        Person.stranger()
                .signsInAsStaff(email, "Zoe\u0308 likes\u3000a long sentence")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0308o\u0308u\u0308a\u0308o\u0308u\u0308",
                "a long\u200bsentence of mine",
                "a long sentence\u0092 of mine"
            })
    void wants_it_as_it_is_compared(String password) {
        assertRefused(Person.stranger().acceptsInvitation(token, password), 400, "invalid-request");
    }

    @Test
    void works_once_however_many_try() throws Exception {
        var answers = Together.all(IntStream.range(0, 16)
                .mapToObj(n -> (Callable<Response>) () -> Person.stranger().acceptsInvitation(token, PASSWORD + n))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        answers.stream()
                .filter(answer -> answer.statusCode() != 200)
                .forEach(answer -> assertRefused(answer, 422, "invitation-unusable"));
        var passwords = IntStream.range(0, 16)
                .filter(n ->
                        Person.stranger().signsInAsStaff(email, PASSWORD + n).statusCode() == 201);
        assertThat(passwords).hasSize(1);
    }

    @Test
    void works_in_the_71st_hour() {
        Database.hoursPassForInvitationsOf(email, 71);

        Person.stranger().acceptsInvitation(token, PASSWORD).then().statusCode(200);
    }

    @Test
    void works_for_72_hours() {
        Database.hoursPassForInvitationsOf(email, 72);

        assertRefused(Person.stranger().acceptsInvitation(token, PASSWORD), 422, "invitation-unusable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "eleven char"})
    void wants_a_password_of_12_characters(String password) {
        assertRefused(Person.stranger().acceptsInvitation(token, password), 400, "invalid-request");

        Person.stranger().acceptsInvitation(token, PASSWORD).then().statusCode(200);
    }

    @Test
    void wants_a_password_of_128_characters_at_most() {
        assertRefused(Person.stranger().acceptsInvitation(token, "x".repeat(129)), 400, "invalid-request");

        var longest = IntStream.range(0, 128)
                .mapToObj(n -> Character.toString(0x1F300 + n))
                .collect(joining());
        Person.stranger().acceptsInvitation(token, longest).then().statusCode(200);
        Person.stranger().signsInAsStaff(email, longest).then().statusCode(201);
    }

    @Test
    void is_refused_for_a_forged_token() {
        assertRefused(Person.stranger().acceptsInvitation("a".repeat(43), PASSWORD), 422, "invitation-unusable");
        assertRefused(Person.stranger().acceptsInvitation("ä\u0000", PASSWORD), 422, "invitation-unusable");
    }
}
