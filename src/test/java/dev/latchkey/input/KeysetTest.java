package dev.latchkey.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the database is asked for, which its indexes are made for. */
class KeysetTest {

    private static final UUID ID = new UUID(1, 2);

    private final Keyset<Row> byName =
            Keyset.<Row>ascending().text("name", Row::name).key("id", Row::id, Cursor::id);
    private final Keyset<Row> newestFirst = Keyset.<Row>descending().key("id", Row::id, Cursor::id);
    private final List<Object> values = new ArrayList<>(List.of("clinic"));

    @Test
    void begins_a_list_at_its_beginning() {
        assertThat(byName.where("clinicId = ?1", page(null), values))
                .isEqualTo("clinicId = ?1 order by lower(name), id");
        assertThat(values).containsExactly("clinic");
    }

    @Test
    void goes_on_behind_the_last_row_by_comparing_rows() {
        assertThat(byName.where("clinicId = ?1", page(Cursor.at("Ada", ID)), values))
                .isEqualTo("clinicId = ?1 and (lower(name), id) > (lower(?2), ?3) order by lower(name), id");
        assertThat(values).containsExactly("clinic", "Ada", ID);
    }

    @Test
    void compares_one_value_by_itself() {
        assertThat(newestFirst.where("clinicId = ?1", page(Cursor.at(ID)), values))
                .isEqualTo("clinicId = ?1 and id < ?2 order by id desc");
        assertThat(newestFirst.where("", page(Cursor.at(ID)), new ArrayList<>()))
                .isEqualTo("id < ?1 order by id desc");
    }

    @Test
    void cuts_off_the_row_that_shows_that_there_is_more() {
        var rows = List.of(new Row("Ada", ID), new Row("Bea", ID), new Row("Cleo", ID));

        var first = byName.cut(rows, page(null));

        assertThat(first.map(Row::name).items()).containsExactly("Ada", "Bea");
        assertThat(first.nextCursor()).isEqualTo(Cursor.at("Bea", ID).toString());
        assertThat(byName.cut(rows.subList(0, 2), page(null)).nextCursor()).isNull();
    }

    @Test
    void takes_no_cursor_of_another_list() {
        assertThatThrownBy(() -> byName.where("clinicId = ?1", page(Cursor.at(ID)), values))
                .isInstanceOf(InvalidRequest.class);
    }

    private static Paging page(@Nullable Cursor cursor) {
        var paging = new Paging();
        paging.limit = "2";
        paging.cursor = cursor == null ? null : cursor.toString();
        return paging;
    }

    private record Row(String name, UUID id) {}
}
