package dev.latchkey.staffsignin;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResettingAPasswordTest {

    private static final String NEW = "a sentence that only we would say";

    private final Person owner = Portal.clinic().owner();

    @Test
    void signs_them_out_everywhere_and_in_nowhere() {
        var token = asksAndGets(1);

        var completed = Person.stranger().completesPasswordReset(token, NEW);

        completed.then().statusCode(204);
        assertThat(completed.headers().getValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-latchkey-device-");
        assertRefused(owner.get(Api.STAFF_ME), 401, "session-ended");
        assertRefused(Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD), 401, "credentials-wrong");
        Person.stranger().signsInAsStaff(owner.email(), NEW).then().statusCode(201);
    }

    @Test
    void goes_by_a_letter_that_alone_knows_the_link() {
        var token = asksAndGets(1);

        var letter = Mailbox.lettersTo(owner.email()).get(0);

        assertThat(letter.subject()).isEqualTo("Your password at Harbour Physio");
        assertThat(letter.text()).contains("/password-reset#" + token).doesNotContain(owner.email());
        assertThat(Database.holds("staff_password_reset", token)).isFalse();
        assertThat(Database.holds("letter", token)).isFalse();
    }

    @Test
    void works_once_however_many_try() throws Exception {
        var token = asksAndGets(1);

        var answers = Together.all(IntStream.range(0, 16)
                .mapToObj(n -> (Callable<Response>) () -> Person.stranger().completesPasswordReset(token, NEW + n))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 204).hasSize(1);
        answers.stream()
                .filter(answer -> answer.statusCode() != 204)
                .forEach(answer -> assertRefused(answer, 422, "password-reset-unusable"));
    }

    @Test
    void works_for_30_minutes() {
        var token = asksAndGets(1);

        Database.minutesPassForResetsOf(owner.email(), 30);

        assertRefused(Person.stranger().completesPasswordReset(token, NEW), 422, "password-reset-unusable");
        Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD).then().statusCode(201);
    }

    @Test
    void is_cancelled_by_a_newer_one() {
        var lost = asksAndGets(1);
        Database.forgetsWhatWasCounted();

        var found = asksAndGets(2);

        assertRefused(Person.stranger().completesPasswordReset(lost, NEW), 422, "password-reset-unusable");
        Person.stranger().completesPasswordReset(found, NEW).then().statusCode(204);
    }

    @Test
    void stays_as_it_ended_also_in_the_database() {
        Person.stranger().completesPasswordReset(asksAndGets(1), NEW).then().statusCode(204);
        var theirs = " where staff_member_id = '" + owner.id() + "'";

        assertThatThrownBy(() -> Database.execute("update staff_password_reset set used_at = null" + theirs))
                .hasMessageContaining("ends once, and for ever");
        assertThatThrownBy(() -> {
                    for (var n = 0; n < 2; n++) {
                        Database.execute("insert into staff_password_reset select gen_random_uuid(), staff_member_id,"
                                + " sha256(gen_random_uuid()::text::bytea), letter_id, minted_at, expires_at"
                                + " from staff_password_reset" + theirs + " limit 1");
                    }
                })
                .hasMessageContaining("staff_password_reset_live");
    }

    @Test
    void is_not_spent_by_whatever_only_looks() {
        var token = asksAndGets(1);

        Person.stranger().get(Api.RESET_COMPLETION).then().statusCode(405);
        Person.stranger().get(Api.RESETS).then().statusCode(405);

        Person.stranger().completesPasswordReset(token, NEW).then().statusCode(204);
    }

    @Test
    void is_cancelled_by_a_member_who_remembers_the_password_and_changes_it() {
        var token = asksAndGets(1);

        owner.changesPassword(Person.PASSWORD, NEW).then().statusCode(204);

        assertRefused(Person.stranger().completesPasswordReset(token, NEW), 422, "password-reset-unusable");
    }

    @Test
    void is_refused_to_an_address_that_tries_a_fifty_first_secret_unless_it_is_right() {
        var stranger = Person.stranger();
        var guess = Map.of("token", "a".repeat(43), "password", NEW);
        for (var n = 0; n < 50; n++) {
            assertRefused(stranger.post(Api.RESET_COMPLETION, guess), 422, "password-reset-unusable");
        }

        var refused = stranger.post(Api.RESET_COMPLETION, guess);

        assertRefused(refused, 429, "too-many-requests");
        assertThat(refused.header("Retry-After")).isNotNull();
        stranger.completesPasswordReset(asksAndGets(1), NEW).then().statusCode(204);
    }

    @Test
    void is_refused_for_a_forged_token() {
        assertRefused(Person.stranger().completesPasswordReset("a".repeat(43), NEW), 422, "password-reset-unusable");
        assertRefused(Person.stranger().completesPasswordReset("ä\u0000", NEW), 422, "password-reset-unusable");
        assertRefused(Person.stranger().completesPasswordReset(asksAndGets(1), "eleven char"), 400, "invalid-request");
    }

    /** The token of the newest letter after the invitation, when there are so many resets. */
    private String asksAndGets(int resets) {
        Person.stranger().requestsPasswordReset(owner.email()).then().statusCode(202);
        return Mailbox.linksTo(owner.email(), 1 + resets).get(0).fragment();
    }
}
