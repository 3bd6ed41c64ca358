package dev.latchkey.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every request without a login counts leaves nothing behind that others must clear away. */
@QuarkusTest
class CountingInPlaceTest {

    private final String bucket = UUID.randomUUID().toString();

    @Inject
    SweepingRateLimits sweeping;

    @Test
    void has_no_index_on_what_every_count_changes() {
        assertThat(Database.count(
                        "select count(*) from pg_index where indrelid = 'rate_limit'::regclass and not indisprimary"))
                .isZero();
    }

    @Test
    void leaves_room_in_each_page_for_what_changes() {
        assertThat(
                        Database.count(
                                "select count(*) from pg_class where oid = 'rate_limit'::regclass and 'fillfactor=60' = any (reloptions)"))
                .isOne();
    }

    @Test
    void sweeps_a_bucket_that_is_empty_and_no_other() {
        Database.execute(
                "insert into rate_limit (key, tat, empty_at) values (convert_to(?, 'UTF8'), now() - interval '1 s', now())",
                bucket);
        Database.execute(
                "insert into rate_limit (key, tat, empty_at) values (convert_to(?, 'UTF8'), now() + interval '1 h', now())",
                bucket + "-in-use");

        sweeping.run();

        assertThat(Database.count("select count(*) from rate_limit where key = convert_to(?, 'UTF8')", bucket))
                .isZero();
        assertThat(Database.count(
                        "select count(*) from rate_limit where key = convert_to(?, 'UTF8')", bucket + "-in-use"))
                .isOne();
    }
}
