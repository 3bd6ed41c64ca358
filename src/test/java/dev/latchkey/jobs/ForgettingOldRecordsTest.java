package dev.latchkey.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.kernel.Ids;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgettingOldRecordsTest {

    private static final Duration KEPT = Duration.ofDays(400);

    @Inject
    ForgettingOldRecords forgetting;

    @Inject
    @All
    List<Retention> features;

    @Inject
    ForgettingOldRecords.Settings settings;

    @Inject
    Clock clock;

    private Person mia;

    @BeforeEach
    void set_the_scene() {
        mia = Portal.clinic().client("Mia");
    }

    @Test
    void takes_a_link_with_all_that_followed_from_it() {
        var link = linkMinted(KEPT.plusHours(2));

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

    /** Their ids are random, and so before and after any moment. */
    @Test
    void tells_old_requests_from_new_ones_by_their_time() {
        var first = new UUID(0, UUID.randomUUID().getLeastSignificantBits());
        requested(first, Duration.ZERO, true);
        var old = new UUID(-1, UUID.randomUUID().getLeastSignificantBits());
        requested(old, KEPT.plusHours(2), true);
        var unanswered = UUID.randomUUID();
        requested(unanswered, KEPT.plusHours(2), false);

        forgetting.run();

        assertThat(requests(first)).isOne();
        assertThat(requests(old)).isZero();
        assertThat(requests(unanswered)).isOne();
    }

    @Test
    void takes_what_let_staff_in_too() {
        var owner = Portal.clinic().owner();
        var id = id(KEPT.plusDays(1));
        Database.execute("""
            insert into session (id, clinic_id, staff_member_id, role, opened_at, ends_at, refresh_seed, refreshed_at)
            select ?, clinic_id, id, role, opened, opened + interval '12 hours', repeat('0', 43), opened
              from staff_member, (select now() - interval '401 days' as opened) ago where address_key = ?
            """, id, owner.email());
        Database.execute("""
            insert into letter (id, clinic_id, kind, recipient, status, queued_at, sent_at, attempts)
            select ?, clinic_id, 'password-reset', address_key, 'sent', now(), now(), 1 from staff_member where address_key = ?
            """, id, owner.email());
        Database.execute("""
            insert into staff_password_reset (id, staff_member_id, token_hash, letter_id, minted_at, expires_at)
            select reset.id, member.id, sha256(reset.id::text::bytea), reset.id, now() - interval '1 hour', now() - interval '31 minutes'
              from (select ? as id) reset, staff_member member where address_key = ?
            """, id, owner.email());

        forgetting.run();

        assertThat(Database.count("select count(*) from session where id = ?", id))
                .isZero();
        assertThat(Database.count("select count(*) from staff_password_reset where id = ?", id))
                .isZero();
        assertThat(Database.count("select count(*) from letter where id = ?", id))
                .isZero();
        owner.get(Api.STAFF_ME).then().statusCode(200);
    }

    @Test
    void takes_the_steps_by_which_staff_came_in() {
        var owner = Portal.clinic().owner();
        var id = id(KEPT.plusDays(1));
        Database.execute("""
            insert into staff_invitation (id, staff_member_id, token_hash, expires_at, accepted_at)
            select step.id, member.id, sha256(step.id::text::bytea), now() + interval '1 hour', now()
              from (select ? as id) step, staff_member member where address_key = ?
            """, id, owner.email());
        Database.execute("""
            insert into staff_factor_challenge (id, staff_member_id, token_hash, expires_at, wrong_tries)
            select step.id, member.id, sha256(step.id::text::bytea), now() - interval '1 minute', 0
              from (select ? as id) step, staff_member member where address_key = ?
            """, id, owner.email());

        forgetting.run();

        assertThat(Database.count("select count(*) from staff_invitation where id = ?", id))
                .isZero();
        assertThat(Database.count("select count(*) from staff_factor_challenge where id = ?", id))
                .isZero();
    }

    @Test
    void goes_on_with_the_other_features_when_one_fails() {
        var link = linkMinted(KEPT.plusHours(2));
        Retention failing = (before, atMost) -> {
            throw new IllegalStateException("this feature forgets nothing");
        };

        assertThatThrownBy(() -> new ForgettingOldRecords(
                                Stream.concat(Stream.of(failing), features.stream())
                                        .toList(),
                                settings,
                                clock)
                        .run())
                .satisfies(failed ->
                        assertThat(failed.getSuppressed()).singleElement().isInstanceOf(IllegalStateException.class));

        assertThat(Database.count("select count(*) from login_link where id = ?", link))
                .isZero();
    }

    @Test
    void asks_a_feature_for_a_few_at_a_time_until_none_are_left() {
        var left = new ArrayDeque<>(List.of(500, 500, 3, 0));
        var asked = new ArrayList<Integer>();
        Retention feature = (before, atMost) -> {
            asked.add(atMost);
            return left.remove();
        };

        new ForgettingOldRecords(List.of(feature), settings, clock).run();

        assertThat(left).isEmpty();
        assertThat(asked).containsOnly(500);
    }

    @Test
    void leaves_what_is_in_use() {
        mia.asksForALoginLink();
        var link = Mailbox.newestTo(mia.email()).fragment();

        forgetting.run();

        mia.follows(link).then().statusCode(201);
    }

    private void requested(UUID id, Duration ago, boolean answered) {
        Database.execute("""
            insert into login_request (id, clinic_id, address_hash, sealed_address_key, asked_at, answered_at, outcome)
            select ?, clinic_id, sha256(id::text::bytea), case when answered then null else ''::bytea end, at, case when answered then at end,
                   case when answered then 'NO_CLIENT_RECORD' end
              from client, (select now() - make_interval(secs => ?) as at, ? as answered) asked where email = ?
            """, id, ago.toSeconds(), answered, mia.email());
    }

    private static long requests(UUID id) {
        return Database.count("select count(*) from login_request where id = ?", id);
    }

    private UUID id(Duration ago) {
        var first = Ids.firstAt(clock.instant().minus(ago));
        return new UUID(first.getMostSignificantBits(), UUID.randomUUID().getLeastSignificantBits());
    }

    /** With a request, a letter, a session and a choice, all under the same id. */
    private UUID linkMinted(Duration ago) {
        var named = id(ago);
        requested(named, ago, true);
        for (var what : new String[] {"""
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
