package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.kernel.VisibleText;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the code takes for a text that people read, and nothing else, the database keeps. */
@QuarkusTest
class KeepingTextsTest {

    /** Formats, codes and addresses, which are judged where they are made. What a person is to read does not belong here. */
    private static final List<String> UNREAD = List.of(
            "address_flag.address_key",
            "client.address_key",
            "client.email",
            "client_name_start.family_name",
            "client_name_start.given_name",
            "client_name_start.start",
            "client_portal_use.family_name",
            "client_portal_use.given_name",
            "clinic.time_zone",
            "document.media_type",
            "email_change.email",
            "email_change.replaces",
            "idempotency_key.body",
            "idempotency_key.caller",
            "idempotency_key.key",
            "idempotency_key.location",
            "letter.failure",
            "letter.kind",
            "letter.recipient",
            "location.time_zone",
            "login_link.address_key",
            "profile_choice_option.ref",
            "scheduled_tasks.picked_by",
            "scheduled_tasks.task_instance",
            "scheduled_tasks.task_name",
            "session.address_key",
            "session.role",
            "signing_key.kid",
            "staff_member.address_key",
            "staff_member.email",
            "staff_member.password_hash");

    private static final String UNCHECKED = """
            select count(*) from pg_attribute held join pg_class kind on kind.oid = held.attrelid
             where kind.relnamespace = 'public'::regnamespace and kind.relkind in ('r', 'p') and not kind.relispartition
               and held.attnum > 0 and not held.attisdropped and held.atttypid in ('text'::regtype, 'varchar'::regtype)
               and kind.relname not like 'databasechangelog%%'
               and not exists (select from pg_constraint rule
                                where rule.conrelid = kind.oid and rule.contype = 'c' and rule.conkey = array [held.attnum])
               and %s (kind.relname || '.' || held.attname = any(string_to_array(?, ' ')))""";

    /** A code point alone, and between two letters; of those that Java 17 does not know, the code takes the ones it has a list of. */
    private static final String OTHERWISE = """
            select count(*) from generate_series(1, 1114111) code
             where code not between 55296 and 57343
               and %s(normalize('x' || chr(code) || 'x')) <> ((select ?::int4multirange) @> code)
               and not ((select ?::int4multirange) @> code)""";

    private static final BitSet LINE = IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
            .filter(KeepingTextsTest::isJudgedALine)
            .collect(BitSet::new, BitSet::set, BitSet::or);

    private static Person mia;

    @BeforeAll
    static void add_a_client() {
        mia = Portal.clinic().client("Mia");
    }

    @Test
    void every_column_for_one_has_its_rule() {
        var unread = String.join(" ", UNREAD);

        assertThat(Database.count(UNCHECKED.formatted("not"), unread))
                .as("neither checked nor listed")
                .isZero();
        assertThat(Database.count(UNCHECKED.formatted(""), unread))
                .as("listed, and not there")
                .isEqualTo(UNREAD.size());
    }

    @Test
    void the_code_and_the_database_agree_on_every_code_point() {
        var newer = ranges(code -> Character.getType(code) == Character.UNASSIGNED && !isLine(code));

        assertThat(Database.count(OTHERWISE.formatted("is_line"), ranges(KeepingTextsTest::isLine), newer))
                .isZero();
        assertThat(Database.count(
                        OTHERWISE.formatted("is_text"),
                        ranges(code -> isLine(code) || code == '\t' || code == '\n'),
                        newer))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " Mia",
                "Mia\u00a0",
                "\u200b",
                "\u3164",
                "O\u0092Brien",
                "Larsen\u202e",
                "a\nb",
                "\u200dMia",
                "Lar\ue000sen",
                "Lar\uffffsen"
            })
    void a_name_that_is_none_cannot_be_there(String name) {
        assertThatThrownBy(() -> Database.execute(
                        "update client set given_name = ? where id = ?", name, UUID.fromString(mia.id())))
                .hasMessageContaining("client_given_name_visible");
    }

    private static boolean isLine(int code) {
        return LINE.get(code);
    }

    private static boolean isJudgedALine(int code) {
        return VisibleText.isLine(VisibleText.line("x" + Character.toString(code) + "x"));
    }

    /** As PostgreSQL writes sets of numbers. */
    private static String ranges(IntPredicate taken) {
        var ranges = new ArrayList<String>();
        for (var code = 1; code <= Character.MAX_CODE_POINT; code++) {
            var first = code;
            while (code <= Character.MAX_CODE_POINT && taken.test(code)) {
                code++;
            }
            if (code > first) {
                ranges.add("[" + first + "," + code + ")");
            }
        }
        return "{" + String.join(",", ranges) + "}";
    }
}
