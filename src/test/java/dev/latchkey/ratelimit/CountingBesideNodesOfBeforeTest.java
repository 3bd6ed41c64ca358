package dev.latchkey.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** While nodes are replaced one after another, those of the version before count by the functions they know. */
@QuarkusTest
class CountingBesideNodesOfBeforeTest {

    /** One in an hour. */
    private static final String OURS =
            "select wait from rate_limit_spend(array [convert_to(?, 'UTF8')], array [null::bytea], array [3600000000], array [3600000000])";

    private static final String THEIRS =
            "select take_room(array [convert_to(?, 'UTF8')], array [null::bytea], array [3600000000], array [3600000000])";

    private static final String THEIR_REFUND =
            "select count(give_room_back(array [convert_to(?, 'UTF8')], array [3600000000]))";

    private final String bucket = UUID.randomUUID().toString();

    @Test
    void keeps_one_count_with_them() {
        assertThat(Database.count(THEIRS, bucket)).isZero();
        assertThat(Database.count(OURS, bucket)).isPositive();

        Database.count(THEIR_REFUND, bucket);
        assertBothSweepAlike();

        assertThat(Database.count(OURS, bucket)).isZero();
        assertThat(Database.count(THEIRS, bucket)).isPositive();
        assertBothSweepAlike();
    }

    private void assertBothSweepAlike() {
        assertThat(Database.count(
                        "select count(*) from rate_limit where key = convert_to(?, 'UTF8') and tat = empty_at", bucket))
                .isEqualTo(1);
    }
}
