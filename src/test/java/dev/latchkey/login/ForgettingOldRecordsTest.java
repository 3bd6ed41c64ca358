package dev.latchkey.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kernel.Ids;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgettingOldRecordsTest {

    private static final Duration KEPT = Duration.ofDays(400);

    @Inject
    ForgettingOldRecords forgetting;

    @Inject
    Clock clock;

    private Person mia;

    @BeforeEach
    void set_the_scene() {
        mia = Portal.clinic().client("Mia");
    }

    @Test
    void takes_a_link_with_all_that_followed_from_it() {
        var link = linkMinted(KEPT.plusSeconds(1));

        forgetting.run();

        assertThat(Database.count("select count(*) from login_link where id = ?", link))
                .isZero();
        assertThat(Database.count("select count(*) from session where id = ?", link))
                .isZero();
        assertThat(Database.count("select count(*) from profile_choice where id = ?", link))
                .isZero();
        assertThat(Database.count("select count(*) from profile_choice_option where profile_choice_id = ?", link))
                .isZero();
        assertThat(Database.count("select count(*) from login_request where id = ?", link))
                .isZero();
        assertThat(Database.count("select count(*) from letter where id = ?", link))
                .isZero();
    }

    @Test
    void leaves_what_is_a_minute_younger() {
        var link = linkMinted(KEPT.minusMinutes(1));

        forgetting.run();

        assertThat(Database.count("select count(*) from login_link where id = ?", link))
                .isOne();
        assertThat(Database.count("select count(*) from session where id = ?", link))
                .isOne();
        assertThat(Database.count("select count(*) from login_request where id = ?", link))
                .isOne();
        assertThat(Database.count("select count(*) from letter where id = ?", link))
                .isOne();
    }

    @Test
    void leaves_what_is_in_use() {
        mia.asksForALoginLink();
        var link = Mailbox.newestTo(mia.email()).fragment();

        forgetting.run();

        mia.follows(link).then().statusCode(201);
    }

    /** With a request, a letter, a session and a choice, all under the same id. */
    private UUID linkMinted(Duration ago) {
        var id = Ids.firstAt(clock.instant().minus(ago));
        var named = new UUID(id.getMostSignificantBits(), UUID.randomUUID().getLeastSignificantBits());
        for (var what : new String[] {"""
            insert into login_request (id, clinic_id, address_hash, asked_at, answered_at, outcome)
            select ?, clinic_id, sha256(id::text::bytea), now(), now(), 'LINK_SENT' from client where email = ?
            """, """
            insert into letter (id, clinic_id, kind, recipient, status, queued_at, sent_at, attempts)
            select ?, clinic_id, 'login-link', email, 'sent', now(), now(), 1 from client where email = ?
            """, """
            insert into login_link (id, clinic_id, address_key, token_hash, minted_at, expires_at, redeemed_at, letter_id, request_id, code_hash)
            select link.id, clinic_id, address_key, sha256(link.id::text::bytea), now(), now() + interval '1 minute', now(), link.id, link.id, ''
              from (select ? as id) link, client where email = ?
            """, """
            insert into session (id, clinic_id, client_id, login_link_id, opened_at, ends_at, refresh_seed, refreshed_at)
            select link.id, clinic_id, client.id, link.id, now(), now() + interval '1 hour', repeat('0', 43), now()
              from (select ? as id) link, client where email = ?
            """, """
            insert into profile_choice (id, clinic_id, login_link_id, token_hash, expires_at)
            select link.id, clinic_id, link.id, sha256(link.id::text::bytea), now()
              from (select ? as id) link, client where email = ?
            """, """
            insert into profile_choice_option (profile_choice_id, clinic_id, ref, client_id)
            select ?, clinic_id, 'ref', id from client where email = ?
            """}) {
            Database.execute(what, named, mia.email());
        }
        return named;
    }
}
