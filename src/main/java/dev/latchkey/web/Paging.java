package dev.latchkey.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How much of a list is wanted, and from where: the two parameters that every list takes. */
public class Paging {

    @RestQuery
    @DefaultValue("20")
    @Min(1)
    @Max(100)
    int limit;

    @RestQuery
    @Nullable
    String cursor;

    public int limit() {
        return limit;
    }

    /** One more than asked for, which {@link Page#of} cuts off again. */
    public int rows() {
        return limit + 1;
    }

    /** Where the page before ended, as {@code parts} values in the list's order; nothing on the first page. */
    public @Nullable Cursor after(int parts) {
        return cursor == null ? null : Cursor.parse(cursor, parts);
    }
}
