package dev.latchkey.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Portal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a transaction that is rolled back, so that the workers of the application do not see the rows. */
@QuarkusTest
class ClaimingRowsTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration OVER = Duration.ofMinutes(-1);

    @Inject
    DataSource dataSource;

    @Inject
    EntityManager database;

    private final String slug = Portal.clinic().slug();
    private final List<UUID> made = new ArrayList<>();
    private QueueTable one;
    private QueueTable other;

    @BeforeEach
    void begin() {
        one = new QueueTable(dataSource, "letter", UUID.randomUUID());
        other = new QueueTable(dataSource, "letter", UUID.randomUUID());
        QuarkusTransaction.begin();
    }

    @AfterEach
    void roll_back() {
        QuarkusTransaction.rollback();
    }

    @Test
    void takes_what_is_urgent_first() {
        letter(false);
        var urgent = letter(true);

        assertThat(claimedBy(one, 1, true)).containsExactly(urgent);
    }

    @Test
    void leaves_what_is_not_urgent_to_another_worker() {
        letter(false);
        var urgent = letter(true);

        assertThat(claimedBy(one, 1000, false)).containsExactly(urgent);
    }

    @Test
    void leaves_to_a_node_what_it_has_claimed() {
        var letter = letter(true);
        assertThat(claimedBy(one, 1000, true)).containsExactly(letter);

        one.extend(List.of(letter), A_MINUTE);
        other.revive(OVER);

        assertThat(claimedBy(other, 1000, true)).isEmpty();
    }

    @Test
    void takes_over_what_a_node_has_claimed_that_has_stopped_sending_heartbeats() {
        var letter = letter(true);
        one.claim(1000, true, OVER);

        other.revive(OVER);
        assertThat(claimedBy(other, 1000, true)).isEmpty();
        other.revive(OVER);

        assertThat(claimedBy(other, 1000, true)).containsExactly(letter);
    }

    @Test
    void leaves_to_a_node_what_rests_if_it_lives_after_all() {
        var letter = letter(true);
        one.claim(1000, true, OVER);
        other.revive(OVER);

        one.extend(List.of(letter), A_MINUTE);
        other.revive(OVER);

        assertThat(claimedBy(other, 1000, true)).isEmpty();
    }

    /** A node that lives, and only found the database away, has yet to note what it did. */
    @Test
    void rests_before_it_is_taken_over() {
        letter(true);
        one.claim(1000, true, OVER);

        other.revive(A_MINUTE);
        other.revive(A_MINUTE);

        assertThat(claimedBy(other, 1000, true)).isEmpty();
    }

    @Test
    void waits_twice_as_long_after_each_attempt_up_to_a_limit() {
        var letter = letter(true);
        var waits = new ArrayList<Long>();
        for (var n = 0; n < 5; n++) {
            one.claim(1000, true, A_MINUTE);
            one.postpone(List.of(letter), Duration.ofSeconds(100), Duration.ofSeconds(500));
            waits.add(secondsUntilDue(letter));
            database.createNativeQuery("update letter set due_at = '-infinity' where id = ?1")
                    .setParameter(1, letter)
                    .executeUpdate();
        }

        assertThat(waits).containsExactly(100L, 200L, 400L, 500L, 500L);
    }

    @Test
    void gives_back_what_it_did_not_come_to() {
        var letter = letter(true);
        one.claim(1000, true, A_MINUTE);

        one.release(List.of(letter));

        assertThat(claimedBy(other, 1000, true)).containsExactly(letter);
    }

    @Test
    void leaves_alone_what_another_node_has_taken_over() {
        var letter = letter(true);
        one.claim(1000, true, OVER);
        other.revive(OVER);
        other.revive(OVER);
        other.claim(1000, true, A_MINUTE);

        one.postpone(List.of(letter), OVER, OVER);

        assertThat(claimedBy(one, 1000, true)).isEmpty();
    }

    @Test
    void takes_nothing_that_waits_no_more() {
        var letter = letter(true);

        database.createNativeQuery("update letter set status = 'withdrawn', content = null where id = ?1")
                .setParameter(1, letter)
                .executeUpdate();

        assertThat(claimedBy(one, 1000, true)).isEmpty();
    }

    @Test
    void goes_back_to_the_jobs_of_the_version_before() {
        var letter = letter(true);
        one.claim(1000, true, A_MINUTE);

        database.createNativeQuery("select return_queues_to_jobs()", Long.class).getSingleResult();

        assertThat(database.createNativeQuery(
                                "select count(*) from scheduled_tasks where task_name = 'letter' and task_instance = ?1",
                                Long.class)
                        .setParameter(1, letter.toString())
                        .getSingleResult())
                .isEqualTo(1L);
        other.revive(OVER);
        assertThat(claimedBy(other, 1000, true)).isEmpty();
    }

    private UUID letter(boolean urgent) {
        return letter(urgent ? "login-link" : "staff-notice", urgent);
    }

    private UUID letter(String kind, boolean urgent) {
        var id = UUID.randomUUID();
        database.createNativeQuery("""
                insert into letter (id, clinic_id, kind, recipient, content, status, queued_at, attempts, due_at, urgent)
                select ?1, id, ?2, ?3, 'x', 'queued', now(), 0, '-infinity', ?4
                  from clinic where slug = ?5
                """)
                .setParameter(1, id)
                .setParameter(2, kind)
                .setParameter(3, Portal.anAddress("mia"))
                .setParameter(4, urgent)
                .setParameter(5, slug)
                .executeUpdate();
        made.add(id);
        return id;
    }

    private List<UUID> claimedBy(QueueTable node, int most, boolean evenIfNotUrgent) {
        return node.claim(most, evenIfNotUrgent, A_MINUTE).stream()
                .filter(made::contains)
                .toList();
    }

    private long secondsUntilDue(UUID id) {
        var seconds = (BigDecimal) database.createNativeQuery(
                        "select round(extract(epoch from due_at - clock_timestamp()), -1) from letter where id = ?1")
                .setParameter(1, id)
                .getSingleResult();
        return seconds.longValue();
    }
}
