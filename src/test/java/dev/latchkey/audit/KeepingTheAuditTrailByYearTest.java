package dev.latchkey.audit;

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

/** The trail grows for ever; each year has a table of its own. */
@QuarkusTest
class KeepingTheAuditTrailByYearTest {

    private static final int THIS_YEAR = LocalDate.now(ZoneOffset.UTC).getYear();
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
                .isEqualTo(9);
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

    /** A wrong clock must not keep callers out, nor the partitions of later years from being made; also where no superuser owns the trail. */
    @ParameterizedTest
    @ValueSource(strings = {"session_user", "plain_owner"})
    void keeps_what_has_no_partition_and_leaves_it_where_it_lies(String owner) throws SQLException {
        var chain = UUID.randomUUID();
        try (var database = Database.begin()) {
            database.execute("create role plain_owner nosuperuser nobypassrls")
                    .execute("grant all on schema public to plain_owner")
                    .execute("drop table audit_event_" + NEXT_YEAR);
            for (var table : new String[] {"audit_event", "audit_event_other"}) {
                database.execute("alter table " + table + " owner to " + owner);
            }
            database.execute("alter function open_audit_years owner to " + owner)
                    .execute("grant execute on all functions in schema public to " + owner);

            writes(database, chain, NEXT_YEAR);

            assertThat(database.reads("select open_audit_years()")).isEqualTo("0");
            assertThat(database.reads("select count(*) from audit_event_other where chain = ?", chain))
                    .isEqualTo("1");
            database.execute("set local session_replication_role = replica")
                    .execute("delete from audit_event_other where chain = ?", chain);
            assertThat(database.reads("select open_audit_years()")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update %s set reason = null", "delete from %s", "truncate %s"})
    void refuses_to_change_a_year_by_its_name(String change) {
        Stream.of(String.valueOf(THIS_YEAR), String.valueOf(NEXT_YEAR), "other")
                .map(year -> change.formatted("audit_event_" + year))
                .forEach(asked -> assertThatThrownBy(() -> Database.execute(asked))
                        .hasStackTraceContaining("what the audit trail says stands"));
    }

    @Test
    void lets_the_application_ask_for_no_year_by_its_name() {
        assertThatThrownBy(() -> APPLICATION.reads("select id::text from audit_event_" + THIS_YEAR))
                .hasStackTraceContaining("permission denied");
    }

    private static void writes(Transaction database, UUID chain, int year) throws SQLException {
        var first = UUID.fromString(database.reads(FIRST_OF_YEAR, year));
        database.execute(WRITE, first, chain);
    }
}
