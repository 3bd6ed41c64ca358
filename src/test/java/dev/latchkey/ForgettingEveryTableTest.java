package dev.latchkey;

import static dev.latchkey.ArchitectureTest.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.jobs.Retention;
import dev.latchkey.support.Constants;
import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** When does a row of this table go? */
class ForgettingEveryTableTest {

    private static final Pattern DELETED = Pattern.compile("delete from (\\w+)");

    private static final String RECORD = "a clinic's own record";
    private static final String PROOF = "what happened must stay provable";

    private static final Map<String, String> FORGOTTEN_OTHERWISE = Map.ofEntries(
            Map.entry("clinic", RECORD),
            Map.entry("retired_slug", "goes when a clinic takes the slug, and names no person"),
            Map.entry("location", RECORD),
            Map.entry("location_picture", RECORD),
            Map.entry("practitioner", RECORD),
            Map.entry("service", RECORD),
            Map.entry("staff_member", RECORD),
            Map.entry("client", RECORD),
            Map.entry("client_merge", RECORD),
            Map.entry("client_name_start", "goes with the client's name"),
            Map.entry("client_portal_use", "goes with the client"),
            Map.entry("appointment", RECORD),
            Map.entry("invoice", RECORD),
            Map.entry("invoice_line", RECORD),
            Map.entry("invoice_counter", RECORD),
            Map.entry("payment", RECORD),
            Map.entry("document", RECORD),
            Map.entry("audit_event", PROOF),
            Map.entry("audit_event_other", PROOF),
            Map.entry("audit_seal", PROOF),
            Map.entry("audit_unsealed", "goes when it is sealed"),
            Map.entry("audit_verification", "how far the trail was read"),
            Map.entry("rate_limit", "swept as soon as it counts nothing, within the minute"),
            Map.entry("idempotency_key", "a day, and deleted by the requests that follow"),
            Map.entry("signing_key", "goes when its last token has ended"),
            Map.entry("staff_password_reset_request", "goes when it is answered, within a day"),
            Map.entry("staff_second_factor", "the member's, until they remove it"),
            Map.entry("staff_second_factor_step", "goes with the next code"),
            Map.entry("staff_recovery_code", "goes when it is used, or replaced"),
            Map.entry("restore_epoch", "says that a backup was put back, and names no person"),
            Map.entry("scheduled_tasks", "goes when the work is done"));

    /** A new table is forgotten by the {@link Retention} of its feature, or says here when its rows go. */
    @Test
    void asks_of_every_table_when_its_rows_go() throws IOException {
        var forgotten = CLASSES.stream()
                .filter(type -> type.isAssignableTo(Retention.class))
                .flatMap(Constants::of)
                .flatMap(text -> DELETED.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var tables = TableOwnershipTest.tablesMade();
        tables.removeAll(FORGOTTEN_OTHERWISE.keySet());

        assertThat(forgotten).isEqualTo(tables);
    }
}
