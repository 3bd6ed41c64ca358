package dev.latchkey.staffsignin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.support.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What no secret of ours unseals: of a backup that came back without its secret, for one. */
@QuarkusTest
class AnsweringAResetTooLateTest {

    @Inject
    AnsweringResetRequest answering;

    @Test
    void gives_up_after_a_day() {
        var request = asked(Duration.ofHours(25));

        answering.answer(request);

        assertThat(requests(request)).isZero();
    }

    @Test
    void tries_again_until_then() {
        var request = asked(Duration.ofHours(23));

        assertThatThrownBy(() -> answering.answer(request)).isInstanceOf(RuntimeException.class);

        assertThat(requests(request)).isOne();
        Database.execute("delete from staff_password_reset_request where id = ?", request);
    }

    private static long requests(UUID id) {
        return Database.count("select count(*) from staff_password_reset_request where id = ?", id);
    }

    private static UUID asked(Duration ago) {
        var id = UUID.randomUUID();
        Database.execute(
                "insert into staff_password_reset_request (id, sealed_address_key, asked_at)"
                        + " values (?, 'unreadable', now() - make_interval(secs => ?))",
                id,
                ago.toSeconds());
        return id;
    }
}
