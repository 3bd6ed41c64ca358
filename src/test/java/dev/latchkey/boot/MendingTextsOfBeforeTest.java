package dev.latchkey.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.OlderDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What older versions wrote, and what their nodes write while newer ones run beside them: {@code 20261130-0501-visible-text-mended} and
 * {@code 20261130-1130-composed-text}.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MendingTextsOfBeforeTest {

    private static final String ZOE = "Zo\u00eb";
    private static final String ZOE_IN_PARTS = "Zoe\u0308";
    private static final String INVISIBLE = "[\u0007\u0308\u200b\u00a0]";
    private static final String UNSOUND = " \u0007" + ZOE_IN_PARTS + "\u200b\u00a0";

    /** Of everything; the clinic has the same. */
    private static final UUID ID = UUID.fromString("01994c21-7a10-7c3e-9b52-6f1d2e3a4b01");

    private static final UUID SENT = UUID.fromString("01994c21-7a10-7c3e-9b52-6f1d2e3a4b02");

    private static final List<String> COLUMNS = List.of(
            "clinic.name",
            "location.name",
            "location.address",
            "practitioner.display_name",
            "service.name",
            "staff_member.display_name",
            "client.given_name",
            "client.family_name",
            "client.external_id",
            "appointment.cancellation_note",
            "document.name",
            "invoice_line.description");

    /** Of all that a node of before writes later on. */
    private static final UUID LATER = UUID.fromString("01994c21-7a10-7c3e-9b52-6f1d2e3a4b03");

    private static final Map<String, String> NAMES = Map.of(
            "O\u0092Brien", "O\u2019Brien",
            "Larsen\u202e", "Larsen",
            "Anna\r\n\tMaria", "Anna Maria",
            "Lar\ue000\uffffsen", "Larsen",
            "\u200b\u3164", "?");

    private final Map<String, String> mended = new HashMap<>();
    private OlderDatabase database;

    @BeforeAll
    void update_a_database_of_before() throws Exception {
        database = OlderDatabase.before("visible-text");
        write(ID, UNSOUND);
        bill(SENT, ID, UNSOUND);
        database.does("update invoice set status = 'OPEN', number = 1, issued_on = '2026-12-01' where id = ?", SENT);
        for (var name : NAMES.keySet()) {
            add(idOf(name), ID, name, "");
        }
        add(idOf("same"), ID, "Noah", ZOE + "\u00ad");
        database.does("insert into location values (?, ?, 'Surry Hills', ?, 'UTC', now(), 0)", SENT, ID, "\u200b");
        database.migrates();
        for (var column : COLUMNS) {
            mended.put(column, read(column, ID));
        }
        write(LATER, ZOE_IN_PARTS);
    }

    /** A clinic with one of everything. */
    private void write(UUID id, String text) throws SQLException {
        var email = id + "@example.org";
        database.does("insert into clinic values (?, ?, ?, 'UTC', 'AUD', null, now())", id, "harbour-" + id, text);
        database.does("insert into location values (?, ?, ?, ?, 'UTC', now(), 0)", id, id, text, text);
        database.does("insert into practitioner values (?, ?, ?, now(), 0)", id, id, text);
        database.does("insert into service values (?, ?, ?, 30, now(), 0)", id, id, text);
        database.does(
                "insert into staff_member (id, clinic_id, display_name, email, address_key, role, created_at)"
                        + " values (?, ?, ?, ?, ?, 'OWNER', now())",
                id,
                id,
                text,
                email,
                email);
        add(id, id, text, text);
        database.does(
                "insert into appointment values (?, ?, ?, ?, ?, ?, '2026-12-01 10:00Z', '2026-12-01 10:30Z', 'CANCELLED',"
                        + " false, now(), ?, now(), 0)",
                id,
                id,
                id,
                id,
                id,
                id,
                text);
        database.does(
                "insert into document values (?, ?, ?, 'CLIENT', ?, 'text/plain', 1, sha256('x'),"
                        + " ?, null, now(), now(), 0)",
                id,
                id,
                id,
                text,
                id.toString().replace("-", ""));
        bill(id, id, text);
    }

    private void add(UUID id, UUID clinic, String name, String externalId) throws SQLException {
        database.does(
                "insert into client values (?, ?, ?, ?, null, null, nullif(?, ''), null, now(), 0)",
                id,
                clinic,
                name,
                name,
                externalId);
    }

    /** With its line, or its sums were wrong. */
    private void bill(UUID id, UUID client, String text) throws SQLException {
        database.does(
                "with bill as (insert into invoice values (?, ?, ?, 'DRAFT', null, null, '2026-12-24', 'AUD', 10, 0, 0,"
                        + " now(), null, 0) returning id)"
                        + " insert into invoice_line select id, 0, ?, ?, 1, 10, 0, 10, 0 from bill",
                id,
                client,
                client,
                client,
                text);
    }

    private static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    @AfterAll
    void drop_it() throws Exception {
        database.close();
    }

    @ParameterizedTest
    @FieldSource("COLUMNS")
    void in_every_column(String column) {
        assertThat(mended.get(column)).startsWith(ZOE).doesNotContainPattern(INVISIBLE);
    }

    @ParameterizedTest
    @FieldSource("COLUMNS")
    void in_every_column_of_what_a_node_of_before_adds_later_on(String column) throws Exception {
        assertThat(read(column, LATER)).isEqualTo(ZOE);
    }

    @Test
    void to_what_was_meant() throws Exception {
        for (var name : NAMES.entrySet()) {
            assertThat(read("client.given_name", idOf(name.getKey())))
                    .as(name.getKey())
                    .isEqualTo(name.getValue());
        }
        assertThat(read("location.address", SENT)).isNull();
    }

    /** Which must differ. */
    @Test
    void but_keeps_clients_apart_that_had_almost_one_id() throws Exception {
        var id = idOf("same");

        assertThat(read("client.external_id", id))
                .isEqualTo(ZOE + " " + id.toString().substring(24));
    }

    @Test
    void but_leaves_an_invoice_as_it_was_sent() throws Exception {
        assertThat(read("invoice_line.description", SENT)).isEqualTo(UNSOUND);
    }

    private String read(String column, UUID id) throws SQLException {
        var names = column.split("\\.");
        return database.reads("select %s from %s where %s = ?".formatted(names[1], names[0], key(names[0])), id);
    }

    private static String key(String table) {
        return table.equals("invoice_line") ? "invoice_id" : "id";
    }
}
