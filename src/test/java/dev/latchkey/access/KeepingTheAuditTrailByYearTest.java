package dev.latchkey.access;

import static dev.latchkey.support.DatabaseUser.APPLICATION;
import static dev.latchkey.support.DatabaseUser.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.support.Database;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Together;
import dev.latchkey.support.Transaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A year of the trail can be taken off it whole, and what is left still proves what it was. */
@QuarkusTest
class KeepingTheAuditTrailByYearTest {

    private static final int THIS_YEAR = LocalDate.now(ZoneOffset.UTC).getYear();
    private static final int LAST_YEAR = THIS_YEAR - 1;
    private static final int NEXT_YEAR = THIS_YEAR + 1;
    private static final String WRITE =
            "insert into audit_event (id, clinic_id, happened_at, act, actor_kind) values (?, ?, now(), 'LIMITED', 'VISITOR')";
    private static final String FIRST_OF_YEAR = "select first_id_of(?)";

    @Inject
    OpeningAuditYears routine;

    @Test
    void puts_what_happens_into_the_partition_of_this_year() {
        var clinic = Portal.clinic();
        clinic.client("Mia").signsIn();

        assertThat(Database.count(
                        "select count(*) from audit_event_" + THIS_YEAR + " where chain = ?",
                        Database.clinicId(clinic.slug())))
                .isEqualTo(7);
    }

    @Test
    void has_the_next_year_ready_whichever_node_sees_to_it() throws Exception {
        Database.execute("drop table audit_event_" + NEXT_YEAR);
        Callable<Boolean> node = () -> {
            routine.run();
            return true;
        };

        Together.all(Collections.nCopies(4, node));

        assertThat(OWNER.reads("select pg_get_expr(relpartbound, oid) from pg_class where relname = 'audit_event_"
                        + NEXT_YEAR + "'"))
                .containsExactly("FOR VALUES FROM ('%s') TO ('%s')".formatted(first(NEXT_YEAR), first(NEXT_YEAR + 1)));
        assertThat(APPLICATION.reads("select open_audit_years()")).containsExactly("0");
    }

    private static String first(int year) {
        return OWNER.reads(FIRST_OF_YEAR.replace("?", String.valueOf(year))).get(0);
    }

    /** A clock that is wrong must not keep anybody out. */
    @Test
    void keeps_what_has_no_partition_and_leaves_it_where_it_lies() throws SQLException {
        var chain = UUID.randomUUID();
        try (var database = Database.begin()) {
            database.execute("drop table audit_event_" + NEXT_YEAR);

            writes(database, chain, NEXT_YEAR, 1);

            assertThat(database.reads("select open_audit_years()")).isEqualTo("0");
            assertThat(events(database, chain, "audit_event_other")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update %s set reason = null", "delete from %s", "truncate %s"})
    void lets_nobody_change_a_year_by_its_name(String change) {
        Stream.of(String.valueOf(THIS_YEAR), String.valueOf(NEXT_YEAR), "other")
                .map(year -> change.formatted("audit_event_" + year))
                .forEach(asked -> assertThatThrownBy(() -> Database.execute(asked))
                        .hasStackTraceContaining("what the audit trail says stands"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select id::text from audit_event_%d", "select archive_audit_year(%d)"})
    void lets_the_application_neither_see_nor_archive_a_year(String question) {
        assertThatThrownBy(() -> APPLICATION.reads(question.formatted(THIS_YEAR)))
                .hasStackTraceContaining(question.contains("archive") ? "is not over" : "permission denied");
    }

    @Test
    void proves_what_is_left_and_what_was_archived() throws SQLException {
        var chain = UUID.randomUUID();
        try (var database = Database.begin()) {
            beginsLastYear(database);
            writes(database, chain, LAST_YEAR, 3);
            writes(database, chain, THIS_YEAR, 2);
            seals(database, chain);

            assertThat(archives(database)).isEqualTo("audit_event_" + LAST_YEAR);

            assertThat(events(database, chain, "audit_event")).isEqualTo("2");
            assertThat(events(database, chain, "audit_event_" + LAST_YEAR)).isEqualTo("3");
            assertThat(breaks(database, chain)).isNull();
            assertThat(database.reads("""
                            select bool_and(hash = audit_hash(previous_hash, archived::text::audit_event))
                              from audit_event_%d archived join audit_seal on event_id = id where archived.chain = ?
                            """.formatted(LAST_YEAR), chain)).isEqualTo("t");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2|seal-missing|delete from audit_seal where position = 1 and chain = ?",
                "2|chain-broken|update audit_seal set previous_hash = sha256('') where position = 2 and chain = ?",
                "4|event-missing|delete from audit_event where chain = ? and id in (select event_id from audit_seal where position = 4)"
            })
    void still_finds_what_was_tampered_with(String tampering) throws SQLException {
        var position = tampering.split("\\|")[0];
        var finding = tampering.split("\\|")[1];
        var chain = UUID.randomUUID();
        try (var database = Database.begin()) {
            beginsLastYear(database);
            writes(database, chain, LAST_YEAR, 3);
            writes(database, chain, THIS_YEAR, 2);
            seals(database, chain);
            archives(database);

            database.execute("set local session_replication_role = replica")
                    .execute(tampering.split("\\|")[2], chain);

            assertThat(breaks(database, chain)).isEqualTo(position + " " + finding);
        }
    }

    @Test
    void waits_with_archiving_until_all_is_sealed() throws SQLException {
        try (var database = Database.begin()) {
            beginsLastYear(database);
            writes(database, UUID.randomUUID(), LAST_YEAR, 1);

            assertThatThrownBy(() -> archives(database)).hasMessageContaining("not sealed yet");
        }
    }

    @Test
    void archives_no_year_that_is_not_over_or_not_the_oldest() {
        assertThatThrownBy(() -> OWNER.reads("select archive_audit_year(" + THIS_YEAR + ")"))
                .hasStackTraceContaining(THIS_YEAR + " is not over");
        assertThatThrownBy(() -> OWNER.reads("select archive_audit_year(" + NEXT_YEAR + ")"))
                .hasStackTraceContaining("the oldest year of the audit trail is " + THIS_YEAR);
    }

    /** As if the trail had begun a year earlier; this year's own events are put aside. */
    private static void beginsLastYear(Transaction database) throws SQLException {
        database.execute("alter table audit_event detach partition audit_event_" + THIS_YEAR)
                .execute("alter table audit_event_" + THIS_YEAR + " rename to put_aside")
                .execute("create table audit_event_%d partition of audit_event for values from (minvalue) to ('%s')"
                        .formatted(LAST_YEAR, database.reads(FIRST_OF_YEAR, THIS_YEAR)))
                .execute("select open_audit_years()");
    }

    private static void writes(Transaction database, UUID chain, int year, int howMany) throws SQLException {
        var first = UUID.fromString(database.reads(FIRST_OF_YEAR, year));
        for (var n = 0; n < howMany; n++) {
            var id = new UUID(first.getMostSignificantBits() + n, chain.getLeastSignificantBits());
            database.execute(WRITE, id, chain);
        }
    }

    private static void seals(Transaction database, UUID chain) throws SQLException {
        database.execute("select seal_audit_events(?, 100)", chain);
    }

    private static String archives(Transaction database) throws SQLException {
        return database.reads("select archive_audit_year(?)", LAST_YEAR);
    }

    private static String events(Transaction database, UUID chain, String table) throws SQLException {
        return database.reads("select count(*) from " + table + " where chain = ?", chain);
    }

    private static String breaks(Transaction database, UUID chain) throws SQLException {
        return database.reads("select min(at_position || ' ' || finding) from audit_breaks(?)", chain);
    }
}
