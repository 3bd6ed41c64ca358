package dev.latchkey.loginlinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.support.Database;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What no secret of ours unseals: of a backup that came back without its secret, for one. */
@QuarkusTest
class AnsweringTooLateTest {

    @Inject
    AnsweringRequest answering;

    @Test
    void gives_up_after_a_day() {
        var request = asked(Duration.ofHours(25));

        answering.answer(request);

        assertThat(Database.count(
                        "select count(*) from login_request where id = ? and outcome = 'SUPPRESSED' and sealed_address_key is null",
                        request))
                .isOne();
    }

    @Test
    void tries_again_until_then() {
        var request = asked(Duration.ofHours(23));

        assertThatThrownBy(() -> answering.answer(request)).isInstanceOf(RuntimeException.class);

        assertThat(Database.count("select count(*) from login_request where id = ? and answered_at is null", request))
                .isOne();
    }

    private static UUID asked(Duration ago) {
        var id = UUID.randomUUID();
        Database.execute("""
            insert into login_request (id, clinic_id, address_hash, sealed_address_key, asked_at)
            select ?, id, sha256(slug::bytea), 'unreadable', now() - make_interval(secs => ?) from clinic where slug = ?
            """, id, ago.toSeconds(), Portal.clinic().slug());
        return id;
    }
}
