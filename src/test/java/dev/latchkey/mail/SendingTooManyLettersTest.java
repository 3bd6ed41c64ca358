package dev.latchkey.mail;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.loginlinks.ExampleLetters;
import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.Limit.Bucket;
import dev.latchkey.ratelimit.RateLimits;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tests' own limit is 40 an hour of one clinic to one mailbox, and 50 of all. */
@QuarkusTest
class SendingTooManyLettersTest {

    private static final int MOST = 40;
    private static final int MOST_IN_ALL = 50;
    private static final int NOTICES = 20;

    @Inject
    QueueingLetters queueing;

    @Inject
    Letters letters;

    @Inject
    RateLimits limits;

    private final Practice clinic = Portal.clinic();
    private final String email = Portal.anAddress("stranger");

    @Test
    void to_one_stranger_is_refused_and_leaves_everything_as_it_was() {
        for (var n = 0; n < MOST; n++) {
            invite(clinic, "Sam Staff").then().statusCode(201);
        }

        var refused = invite(clinic, "Sam Other");

        assertRefused(refused, 429, "too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(Database.count(
                        "select count(*) from staff_member where address_key = ? and display_name = 'Sam Staff'",
                        email))
                .isEqualTo(1);
        assertThat(Database.count(
                        "select count(*) from staff_member where address_key = ? and display_name = 'Sam Other'",
                        email))
                .isZero();
    }

    @Test
    void takes_nothing_from_another_clinic_until_all_together_sent_too_many() {
        for (var n = 0; n < MOST; n++) {
            invite(clinic, "Sam Staff").then().statusCode(201);
        }
        var another = Portal.clinic();
        for (var n = MOST; n < MOST_IN_ALL; n++) {
            invite(another, "Sam Staff").then().statusCode(201);
        }

        assertRefused(invite(another, "Sam Other"), 429, "too-many-requests");
    }

    @Test
    void of_one_clinic_is_refused_and_takes_nothing_from_another() {
        fill(LetterLimit.LETTERS_PER_CLINIC, "sent: " + Database.clinicId(clinic.slug()));

        assertRefused(invite(clinic, "Sam Staff"), 429, "too-many-requests");

        invite(Portal.clinic(), "Sam Staff").then().statusCode(201);
    }

    @Test
    void of_one_sender_is_refused_and_takes_nothing_from_colleagues() {
        var mia = clinic.client("Mia");
        var colleague = clinic.staff("receptionist");
        fill(LetterLimit.LETTERS_PER_SENDER, "sent: staff:" + clinic.owner().id());

        assertRefused(invite(clinic, "Sam Staff"), 429, "too-many-requests");

        colleague.sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
    }

    /** For a minute: the tests' own limit, a thousand a second, would have room again at once. */
    private void fill(LetterLimit limit, Object whose) {
        var ours = new Limit(1000, Duration.ofSeconds(1)).bucket(limit.code(), whose);
        limits.spend(List.of(new Bucket(ours.code(), ours.name(), new Limit(1, Duration.ofMinutes(1)))));
    }

    @Test
    void to_a_person_without_a_record_takes_nothing_from_links_and_resets() {
        var letterbox = Letterbox.of(queueing, letters);
        var stranger = ExampleLetters.toAStranger("Harbour");
        for (var n = 0; n < MOST_IN_ALL; n++) {
            letterbox.queue(stranger);
        }

        assertThatThrownBy(() -> letterbox.queue(stranger)).isInstanceOf(Refusal.class);
        assertThatCode(() -> letterbox.queue(Letterbox.loginLink())).doesNotThrowAnyException();
    }

    @Test
    void because_strangers_ask_for_links_is_silent_and_takes_nothing_from_staff() {
        var mia = clinic.client("Mia");
        for (var n = 0; n <= MOST; n++) {
            mia.asksForALoginLink().then().statusCode(202);
        }
        await().until(() -> Database.count(
                        "select count(*) from login_request where clinic_id = ? and answered_at is not null",
                        Database.clinicId(clinic.slug()))
                == MOST + 1);
        assertThat(Database.count(
                        "select count(*) from audit_event where clinic_id = ? and act = 'LOGIN_LINK_SUPPRESSED' and reason = 'letter-limit'",
                        Database.clinicId(clinic.slug())))
                .isEqualTo(1);
        assertThat(Database.count(
                        "select count(*) from login_link where address_key = ? and revoked_at is null and superseded_at is null",
                        mia.email()))
                .isEqualTo(1);

        clinic.owner().sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
        Mailbox.newestTo(mia.email());
    }

    @Test
    void leaves_notices_out_and_fails_nothing() {
        var letterbox = Letterbox.of(queueing, letters);
        for (var n = 0; n < NOTICES + 1; n++) {
            QuarkusTransaction.requiringNew()
                    .run(() -> queueing.queueNotice(Letterbox.aClinic(), letterbox.recipient(), Letterbox.loginLink()));
        }

        assertThat(Database.count(
                        "select count(*) from letter where recipient = ?",
                        letterbox.recipient().address()))
                .isEqualTo(NOTICES);
        assertThatCode(() -> letterbox.queue(Letterbox.loginLink())).doesNotThrowAnyException();
    }

    @Test
    void begins_at_ten_an_hour_to_a_mailbox() {
        var installed = new SmallRyeConfigBuilder()
                .withMapping(LetterLimit.Settings.class)
                .build()
                .getConfigMapping(LetterLimit.Settings.class);

        assertThat(installed.lettersPerMailbox().get(0).count()).isEqualTo(10);
        assertThat(installed.lettersPerMailboxInAll().get(0).count()).isEqualTo(30);
        assertThat(installed.lettersPerSender().get(0).count()).isEqualTo(100);
        assertThat(installed.lettersRequestedPerIp().get(0).count()).isEqualTo(100);
        assertThat(installed.lettersPerClinic().get(0).count()).isEqualTo(1000);
        assertThat(installed.lettersInAll().get(0).count()).isEqualTo(10_000);
    }

    private Response invite(Practice clinic, String name) {
        return clinic.owner().post(Api.MEMBERS, Map.of("displayName", name, "email", email, "role", "receptionist"));
    }
}
