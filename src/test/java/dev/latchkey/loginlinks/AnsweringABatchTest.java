package dev.latchkey.loginlinks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnsweringABatchTest {

    private static final int MOST_LETTERS = 40; // to one mailbox in tests

    @Inject
    RequestBatch batch;

    @Inject
    RequestBatch another;

    private final Practice clinic = Portal.clinic();
    private final Practice elsewhere = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private final Person noah = clinic.client("Noah");

    @Test
    void gives_each_client_a_link_of_their_own() {
        elsewhere.client("Mia", mia.email());
        batch.add(clinic, mia.email()).add(clinic, noah.email()).add(elsewhere, mia.email());

        assertThat(batch.answer()).isEmpty();

        assertThat(batch.outcomes()).containsOnly("LINK_SENT");
        noah.followsTheLinkInTheirMail().then().statusCode(201);
        Mailbox.lettersTo(mia.email(), 2)
                .forEach(letter -> mia.follows(letter.fragment()).then().statusCode(201));
        assertThat(liveLinks(mia)).isZero();
    }

    @Test
    void leaves_one_link_alive_where_an_address_asked_twice() {
        batch.add(clinic, mia.email())
                .add(clinic, noah.email())
                .add(clinic, mia.email().toUpperCase(Locale.ROOT));

        assertThat(batch.answer()).isEmpty();

        assertThat(batch.outcomes()).containsOnly("LINK_SENT");
        assertThat(liveLinks(mia)).isOne();
        assertThat(liveLinks(noah)).isOne();
    }

    @Test
    void tells_a_stranger_beside_clients() {
        var stranger = Portal.anAddress("stranger");
        batch.add(clinic, stranger).add(clinic, mia.email());

        batch.answer();

        assertThat(batch.outcomes()).containsExactly("NO_CLIENT_RECORD", "LINK_SENT");
        assertThat(Mailbox.newestTo(stranger).hasLink()).isFalse();
    }

    @Test
    void answers_all_but_the_one_that_cannot_be_read() {
        batch.add(clinic, mia.email()).addUnreadable(clinic).add(clinic, noah.email());

        assertThat(batch.answer()).containsExactly(1);

        assertThat(batch.outcomes()).containsExactly("LINK_SENT", "none", "LINK_SENT");
        assertThat(Mailbox.newestTo(mia.email()).hasLink()).isTrue();
        assertThat(Mailbox.newestTo(noah.email()).hasLink()).isTrue();
    }

    @Test
    void stays_silent_where_there_is_no_room_for_the_letter_and_answers_the_others() {
        for (var n = 0; n < MOST_LETTERS; n++) {
            batch.add(clinic, mia.email());
        }
        batch.answer();
        another.add(clinic, mia.email()).add(clinic, noah.email());

        assertThat(another.answer()).isEmpty();

        assertThat(batch.outcomes()).containsOnly("LINK_SENT");
        assertThat(another.outcomes()).containsExactly("SUPPRESSED", "LINK_SENT");
        assertThat(liveLinks(mia)).isOne();
    }

    @Test
    void does_not_keep_the_others_waiting_for_one_address() throws Exception {
        batch.add(clinic, mia.email()).add(clinic, noah.email());

        try (var held = Database.holding(
                "select pg_advisory_xact_lock(hashtextextended(?, 43))",
                Database.clinicId(clinic.slug()) + " " + mia.email())) {
            assertThat(batch.answer()).containsExactly(0);
        }

        assertThat(batch.outcomes()).containsExactly("none", "LINK_SENT");
        assertThat(batch.answer()).isEmpty();
        assertThat(batch.outcomes()).containsOnly("LINK_SENT");
    }

    private static long liveLinks(Person client) {
        return Database.count(
                "select count(*) from login_link where address_key = ?"
                        + " and superseded_at is null and redeemed_at is null",
                client.email());
    }
}
