package dev.latchkey.boot;

import static dev.latchkey.support.DatabaseUser.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Says of every table what its restored rows would revive. */
@QuarkusTest
class RestoringEveryTableTest {

    /** Opens nothing by itself; operations.md says what of it is of yesterday, and what an operator does. */
    private static final Set<String> DATA = Set.of(
            "clinic",
            "retired_slug",
            "location",
            "location_picture",
            "practitioner",
            "service",
            "client",
            "client_merge",
            "client_name_start",
            "client_portal_use",
            "address_flag", // holds links back, and the next letter tells if it is true
            "appointment",
            "invoice",
            "invoice_line",
            "invoice_counter",
            "payment",
            "document",
            "profile_choice_option", // ends with its choice
            "audit_event",
            "audit_event_other",
            "audit_unsealed",
            "audit_seal",
            "audit_verification", // how far the seals of the same backup were read
            "rate_limit", // counts that ended long ago
            "scheduled_tasks", // finds nothing left to do
            "restore_epoch",
            "databasechangelog",
            "databasechangeloglock");

    @Inject
    RestoringBackup restoring;

    @Inject
    Clock clock;

    /** A new table that opens something, or will be sent, belongs into end_what_was_restored, and any other to the data above. */
    @Test
    void asks_of_every_table_what_it_revives() {
        var ends = OWNER.reads("select prosrc from pg_proc where proname = 'end_what_was_restored'")
                .get(0);

        assertThat(OWNER.reads("select relname from pg_class where relkind in ('r', 'p') and not relispartition"
                        + " and relnamespace = 'public'::regnamespace"))
                .allSatisfy(table -> assertThat(DATA.contains(table) || ends.contains("what := '" + table + "'"))
                        .as(table)
                        .isTrue());
    }

    @Test
    void is_not_yet_to_come() {
        assertThatThrownBy(() -> restoring.restore(clock.instant().plusSeconds(60)))
                .isInstanceOf(ConfigurationException.class);
    }
}
