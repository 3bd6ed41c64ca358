package dev.latchkey.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.RefreshCookie;
import dev.latchkey.support.Statements;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What many clients do at once in the morning. */
@QuarkusTest
class AskingTheDatabaseLittleTest {

    private static final String LOCK = "hashtextextended(addressee, 43)";
    private static final String COUNT = "rate_limit_spend($1";

    private final Practice clinic = Portal.clinic();

    @Test
    void mints_a_link_under_one_lock_and_writes_it_once() throws Exception {
        var mia = clinic.client("Mia");

        try (var statements = Statements.listening()) {
            mia.asksForALoginLink().then().statusCode(202);
            Mailbox.newestTo(mia.email());

            var asked = statements.asked();
            assertThat(asked).containsOnlyOnce(LOCK).containsOnlyOnce("insert into login_link ");
            assertThat(asked).containsOnlyOnce("update login_link "); // for the link before it
        }
    }

    @Test
    void counts_a_link_that_opens_as_a_call_and_not_as_a_guess() throws Exception {
        var mia = clinic.client("Mia");
        mia.asksForALoginLink().then().statusCode(202);
        var link = Mailbox.newestTo(mia.email()).fragment();

        try (var statements = Statements.listening()) {
            Person.stranger().post(Api.SESSIONS, Map.of("token", link)).then().statusCode(201);

            var asked = statements.asked();
            assertThat(asked).containsOnlyOnce(COUNT).doesNotContain("rate_limit_refund");
            assertThat(asked).containsOnlyOnce("insert into session ").doesNotContain("update session ");
            assertThat(asked.substring(0, asked.indexOf("insert into session ")))
                    .doesNotContain("insert into audit_event ");
        }
    }

    @Test
    void refreshes_a_session_that_is_read_once() throws Exception {
        var mia = clinic.client("Mia");
        mia.asksForALoginLink().then().statusCode(202);
        var cookie = RefreshCookie.of(mia.followsTheLinkInTheirMail());

        try (var statements = Statements.listening()) {
            cookie.refreshes().then().statusCode(200);

            assertThat(statements.asked())
                    .containsOnlyOnce(" from session ")
                    .containsOnlyOnce("update session ")
                    .containsSubsequence("for no key update", COUNT, "update session ");
        }
    }
}
