package dev.latchkey.loginlinks;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TamperingWithALoginLinkTest {

    private static final String ANOTHER = """
            insert into login_link (id, clinic_id, address_key, token_hash, minted_at, expires_at, letter_id)
            select gen_random_uuid(), clinic_id, address_key, sha256('another'), minted_at, expires_at, letter_id
              from login_link where address_key = ?
            """;

    /** Of all who tamper: each does it with a link of its own. */
    private static Practice clinic;

    private Person mia;
    private String link;

    @BeforeAll
    static void open_a_clinic() {
        clinic = Portal.clinic();
    }

    @BeforeEach
    void send_a_link() {
        mia = clinic.client("Mia");
        mia.asksForALoginLink();
        link = Mailbox.newestTo(mia.email()).fragment();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ANOTHER,
                "update login_link set expires_at = expires_at + interval '1 millisecond' where address_key = ?",
                "update login_link set expires_at = minted_at where address_key = ?",
                "update login_link set minted_at = minted_at - interval '1 millisecond' where address_key = ?",
                "update login_link set token_hash = sha256(token_hash) where address_key = ?",
                "update login_link set minted_at = minted_at + interval '1 s', expires_at = expires_at + interval '1 s' where address_key = ?",
                "update login_link set expires_at = expires_at - interval '1 s' where address_key = ?",
                "update login_link set clinic_id = gen_random_uuid() where address_key = ?",
                "update login_link set address_key = 'x' || address_key where address_key = ?",
                "update login_link set id = gen_random_uuid() where address_key = ?",
                "update login_link set letter_id = gen_random_uuid() where address_key = ?",
                "update login_link set request_id = null, code_hash = null where address_key = ?",
                "update login_link set code_hash = sha256(code_hash) where address_key = ?",
                "update login_request set asked_at = now() where id = (select request_id from login_link where address_key = ?)",
                "update login_request set answered_at = null, outcome = null, sealed_address_key = 'x'"
                        + " where id = (select request_id from login_link where address_key = ?)"
            })
    void is_refused_by_the_database_while_it_lives(String change) {
        assertImpossible(change);

        mia.follows(link).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update login_link set redeemed_at = null where address_key = ?",
                "update login_link set redeemed_at = redeemed_at + interval '1 second' where address_key = ?",
                "update login_link set redeemed_at = null, revoked_at = now() where address_key = ?",
                "update login_link set superseded_at = now() where address_key = ?",
                "delete from login_link where address_key = ?",
                """
                insert into session (id, clinic_id, client_id, login_link_id, opened_at, ends_at)
                select gen_random_uuid(), clinic_id, client_id, login_link_id, opened_at, ends_at from session
                 where login_link_id = (select id from login_link where address_key = ?)
                """
            })
    void is_refused_by_the_database_once_it_is_used(String change) {
        mia.follows(link).then().statusCode(201);

        assertImpossible(change);

        assertRefused(mia.follows(link), 401, "login-link-used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"revoked_at", "superseded_at"})
    void is_refused_by_the_database_once_it_is_cancelled(String end) {
        Database.execute("update login_link set " + end + " = now() where address_key = ?", mia.email());

        assertImpossible("update login_link set " + end + " = null where address_key = ?");
        assertImpossible("update login_link set " + end + " = now() where address_key = ?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minted_at = now(), expires_at = now() + interval '15 minutes'",
                "expires_at = now() + interval '1 minute'",
                "redeemed_at = now()",
                "redeemed_at = minted_at",
                "token_hash = sha256(token_hash)",
                "clinic_id = (select id from clinic where id <> clinic_id limit 1)"
            })
    void is_refused_by_the_database_once_it_has_expired(String revival) {
        Database.minutesPassForLinksTo(mia.email(), 16);

        assertImpossible("update login_link set " + revival + " where address_key = ?");

        assertRefused(mia.follows(link), 401, "login-link-expired");
    }

    @Test
    void takes_back_no_wrong_try_of_the_choice_it_led_to() {
        clinic.client("Noah", mia.email());
        var choice = mia.follows(link);
        assertRefused(mia.chooses(choice.path("choiceToken"), "unknown"), 422, "profile-ref-unknown");

        assertThatThrownBy(() -> Database.execute(
                        "update profile_choice set wrong_tries = wrong_tries - 1"
                                + " where login_link_id = (select id from login_link where address_key = ?)",
                        mia.email()))
                .hasStackTraceContaining("no try is taken back");
    }

    private void assertImpossible(String change) {
        assertThatThrownBy(() -> Database.execute(change, mia.email())).isInstanceOf(IllegalStateException.class);
    }
}
