package dev.latchkey.input;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list, and where the next one begins; no cursor at the end of the list. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /**
     * Cuts a page from rows of which one more than the limit was asked for, so that we know whether there is more.
     *
     * @param place where a row stands in the list's order
     */
    public static <T> Page<T> of(List<T> rows, Paging paging, Function<T, Cursor> place) {
        var here = rows.subList(0, Math.min(rows.size(), paging.limit()));
        var next = rows.size() > here.size()
                ? place.apply(here.get(here.size() - 1)).toString()
                : null;
        return new Page<>(here, next);
    }

    /** The same page of what is shown of each. */
    public <V> Page<V> map(Function<? super T, ? extends V> view) {
        return new Page<>(items.stream().<V>map(view).toList(), nextCursor);
    }
}
