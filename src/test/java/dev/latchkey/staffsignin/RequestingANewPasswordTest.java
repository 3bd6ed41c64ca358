package dev.latchkey.staffsignin;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestingANewPasswordTest {

    private static final String NEW = "a sentence that only we would say";
    private static final String RESETS = "select count(*) from letter where kind = 'password-reset'";

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();

    @Test
    void sounds_the_same_for_every_address() {
        var invited = Portal.anAddress("sam");
        invite(invited);

        var known = ask(owner.email());

        assertThat(known.asString()).isEmpty();
        assertThat(Answers.shape(ask(invited))).isEqualTo(Answers.shape(known));
        assertThat(Answers.shape(ask(Portal.anAddress("stranger")))).isEqualTo(Answers.shape(known));
    }

    @Test
    void sends_nothing_to_a_stranger() {
        assertSendsNothing(() -> ask(Portal.anAddress("stranger")));
    }

    @Test
    void sends_nothing_to_a_member_who_is_only_invited() {
        var invited = Portal.anAddress("sam");
        invite(invited);

        assertSendsNothing(() -> ask(invited));
    }

    @Test
    void asked_for_again_at_once_sends_nothing_and_cancels_nothing() {
        var token = asksAndGets(1);

        assertSendsNothing(() -> ask(owner.email()));

        Person.stranger().completesPasswordReset(token, NEW).then().statusCode(204);
    }

    @Test
    void is_refused_to_an_address_that_asks_for_an_eleventh() {
        for (var n = 0; n < 10; n++) {
            ask("203.0.118.7", Portal.anAddress("stranger")).then().statusCode(202);
        }

        assertRefused(ask("203.0.118.7", owner.email()), 429, "too-many-requests");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "olivia", "a@example.org,b@example.org", "olivia＠example.org", "o@example.org\r\nBcc: a@b.cc"
            })
    void with_no_plain_address_is_refused(String typed) {
        assertRefused(ask(typed), 400, "invalid-request");
    }

    /** The token of the newest letter after the invitation, when there are so many resets. */
    private String asksAndGets(int resets) {
        ask(owner.email()).then().statusCode(202);
        return Mailbox.linksTo(owner.email(), 1 + resets).get(0).fragment();
    }

    private static Response ask(String email) {
        return Person.stranger().requestsPasswordReset(email);
    }

    private static Response ask(String ip, String email) {
        return Person.behind(ip).requestsPasswordReset(email);
    }

    /** Not even a letter that is still on its way when the request is answered. */
    private static void assertSendsNothing(Supplier<Response> asking) {
        awaitAnswered();
        var before = Database.count(RESETS);

        asking.get().then().statusCode(202);

        awaitAnswered();
        assertThat(Database.count(RESETS)).isEqualTo(before);
    }

    private static void awaitAnswered() {
        await().untilAsserted(() -> assertThat(Database.count("select count(*) from staff_password_reset_request"))
                .isZero());
    }

    private void invite(String email) {
        owner.post(Api.MEMBERS, Map.of("displayName", "Sam Staff", "email", email, "role", "receptionist"))
                .then()
                .statusCode(201);
    }

    /** All of an answer but what is random in every one. */
}
