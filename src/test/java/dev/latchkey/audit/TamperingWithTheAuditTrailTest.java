package dev.latchkey.audit;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TamperingWithTheAuditTrailTest {

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia").signsIn();
    private final Trail trail = Trail.of(clinic);
    private final UUID clinicId = Database.clinicId(clinic.slug());

    @Inject
    AuditTrail chains;

    @Test
    void is_not_reported_where_there_was_none() {
        trail.verifiesWhenSealed()
                .then()
                .statusCode(200)
                .body("status", equalTo("intact"))
                .body("events", equalTo(9))
                .body("sealed", equalTo(9))
                .body("head.position", equalTo(9))
                .body("firstBreak", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set reason = null",
                "delete from audit_event",
                "truncate audit_event cascade",
                "update audit_seal set position = position",
                "delete from audit_seal",
                "truncate audit_seal"
            })
    void is_refused_by_the_database_itself(String change) {
        assertThatThrownBy(() -> Database.execute(change)).hasStackTraceContaining("what the audit trail says stands");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update audit_event set act = 'LIMITED' where id = (select event_id from at_three)          | 3 | event-changed
            update audit_event set happened_at = happened_at - interval '1 s' where id = (select event_id from at_three) | 3 | event-changed
            update audit_seal set hash = sha256('') where event_id = (select event_id from at_three)           | 3 | event-changed
            delete from audit_event where id = (select event_id from at_three)                                 | 3 | event-missing
            delete from audit_seal where event_id = (select event_id from at_three)                            | 4 | seal-missing
            delete from audit_seal where chain = (select chain from at_three) and position = 1                 | 2 | seal-missing
            delete from audit_seal where chain = (select chain from at_three) and position = 9                 |   | seal-missing
            update audit_seal set previous_hash = sha256('') where event_id = (select event_id from at_three)  | 3 | chain-broken
            """)
    void past_the_databases_own_rules_is_found(String change, Integer position, String finding) throws Exception {
        trail.verifiesWhenSealed();

        Database.tampers("with at_three as (select * from audit_seal where chain = '" + clinicId
                + "' and position = 3) " + change);

        trail.verifies()
                .then()
                .statusCode(200)
                .body("status", equalTo("broken"))
                .body("firstBreak.position", equalTo(position))
                .body("firstBreak.finding", equalTo(finding));
    }

    @Test
    void by_taking_a_seal_out_and_closing_the_gap_is_found() throws Exception {
        trail.verifiesWhenSealed();

        Database.tampers("delete from audit_seal where chain = '" + clinicId + "' and position = 3");
        for (var position = 4; position <= 9; position++) {
            moves(position, position - 1);
        }

        trail.verifies()
                .then()
                .body("firstBreak.position", equalTo(3))
                .body("firstBreak.finding", equalTo("chain-broken"));
    }

    @Test
    void by_putting_two_in_another_order_is_found() throws Exception {
        trail.verifiesWhenSealed();

        moves(3, 100);
        moves(4, 3);
        moves(100, 4);

        trail.verifies()
                .then()
                .body("firstBreak.position", equalTo(3))
                .body("firstBreak.finding", equalTo("chain-broken"));
    }

    private void moves(int from, int to) throws Exception {
        Database.tampers(
                "update audit_seal set position = " + to + " where chain = '" + clinicId + "' and position = " + from);
    }

    @Test
    void by_keeping_an_event_from_being_sealed_is_found() throws Exception {
        trail.verifiesWhenSealed();

        Database.tampers(
                "insert into audit_event (id, clinic_id, happened_at, act, actor_kind) values (gen_random_uuid(), '"
                        + clinicId + "', now(), 'LIMITED', 'VISITOR')");

        trail.verifies()
                .then()
                .body("firstBreak.position", nullValue())
                .body("firstBreak.finding", equalTo("seal-missing"));
    }

    @Test
    void by_stopping_the_seals_is_found_in_ten_minutes() throws Exception {
        trail.verifiesWhenSealed();

        try (var ignored = Database.holding(
                "select pg_advisory_xact_lock(hashtextextended('audit chain ' || ?, 44))", clinicId.toString())) {
            writeEvent(9);
            trail.verifies().then().body("status", equalTo("intact"));
            writeEvent(11);
            trail.verifies().then().body("firstBreak.finding", equalTo("event-unsealed"));
        }

        trail.verifiesWhenSealed().then().body("status", equalTo("intact"));
    }

    private void writeEvent(int minutesAgo) {
        Database.execute(
                "insert into audit_event (id, clinic_id, happened_at, act, actor_kind)"
                        + " values (gen_random_uuid(), ?, now() - make_interval(mins => ?), 'LIMITED', 'VISITOR')",
                clinicId,
                minutesAgo);
    }

    /** Writers never wait, so a transaction may write first and commit last. */
    @Test
    void is_not_what_a_late_commit_is_taken_for() throws Exception {
        trail.verifiesWhenSealed();

        try (var late = Database.begin()) {
            late.execute(
                    "insert into audit_event (id, clinic_id, happened_at, act, actor_kind) values (?, ?, now(), 'LIMITED', 'VISITOR')",
                    new UUID(0x0190_0000_0000_7000L, 1),
                    clinicId);
            mia.signsOut().then().statusCode(204);
            trail.verifiesWhenSealed().then().body("sealed", equalTo(10));
            late.commit();
        }

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> trail.verifies()
                .then()
                .body("status", equalTo("intact"))
                .body("sealed", equalTo(11)));
    }

    @Test
    void is_not_what_several_nodes_do_that_seal_at_once() throws Exception {
        try (var ignored = Database.holding(
                "select pg_advisory_xact_lock(hashtextextended('audit chain ' || ?, 44))", clinicId.toString())) {
            for (var n = 0; n < 60; n++) {
                writeEvent(1);
            }
        }
        Callable<Integer> node = () -> requiringNew().call(() -> chains.seal(clinicId, 7));

        Together.all(IntStream.range(0, 12).mapToObj(n -> node).toList());

        var found = trail.verifiesWhenSealed();
        assertThat(found.<String>path("status")).isEqualTo("intact");
        assertThat(found.<Integer>path("head.position")).isEqualTo(69);
    }
}
