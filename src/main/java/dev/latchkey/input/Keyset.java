package dev.latchkey.input;

import static java.util.stream.Collectors.joining;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The order of a list, by values that are unique together, and the pages of it. A page begins right behind the last row of the page before
 * (keyset pagination). So no row is shown twice when others come and go, and an index in this order leads to the page at once.
 */
public final class Keyset<T> {

    private final boolean descending;
    private final List<Key<T>> keys;

    private Keyset(boolean descending, List<Key<T>> keys) {
        this.descending = descending;
        this.keys = keys;
    }

    public static <T> Keyset<T> ascending() {
        return new Keyset<>(false, List.of());
    }

    public static <T> Keyset<T> descending() {
        return new Keyset<>(true, List.of());
    }

    /** Compared without regard to capitals. */
    public Keyset<T> text(String column, Function<T, String> value) {
        return plus(new Key<>("lower(%s)".formatted(column), "lower(?%d)", value, Cursor::text));
    }

    public Keyset<T> key(String column, Function<T, ?> value, BiFunction<Cursor, Integer, ?> reader) {
        return plus(new Key<>(column, "?%d", value, reader));
    }

    private Keyset<T> plus(Key<T> key) {
        return new Keyset<>(
                descending, Stream.concat(keys.stream(), Stream.of(key)).toList());
    }

    /** @param condition in HQL, with numbered parameters; empty for all rows */
    public Page<T> page(PanacheRepositoryBase<T, ?> rows, Paging paging, String condition, Object... values) {
        var all = new ArrayList<>(List.of(values));
        var where = where(condition, paging, all);
        return cut(rows.find(where, all.toArray()).range(0, paging.rows() - 1).list(), paging);
    }

    /**
     * The condition, narrowed to what follows the page before, and the order. For a query that is written out.
     *
     * @param values of the condition's parameters; those of the page before are added
     */
    public String where(String condition, Paging paging, List<Object> values) {
        var before = paging.cursor(keys.size());
        var where = condition;
        if (before != null) {
            where += condition.isEmpty() ? "" : " and ";
            where += row(Key::column)
                    + (descending ? " < " : " > ")
                    + row(key -> key.parameter.formatted(values.size() + 1 + keys.indexOf(key)));
            IntStream.range(0, keys.size())
                    .forEach(at -> values.add(keys.get(at).reader.apply(before, at)));
        }
        var direction = descending ? " desc" : "";
        return where + " order by " + list(key -> key.column + direction);
    }

    /** Of rows of which one more than the limit was asked for. */
    public Page<T> cut(List<T> rows, Paging paging) {
        return Page.of(
                rows,
                paging,
                row -> Cursor.at(keys.stream().map(key -> key.value.apply(row)).toArray()));
    }

    /** One value is compared by itself: the database knows no row of one. */
    private String row(Function<Key<T>, String> part) {
        return keys.size() == 1 ? list(part) : "(" + list(part) + ")";
    }

    private String list(Function<Key<T>, String> part) {
        return keys.stream().map(part).collect(joining(", "));
    }

    /** @param parameter has the place of its number */
    private record Key<T>(
            String column, String parameter, Function<T, ?> value, BiFunction<Cursor, Integer, ?> reader) {}
}
