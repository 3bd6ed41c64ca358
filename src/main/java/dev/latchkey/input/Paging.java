package dev.latchkey.input;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How much of a list is wanted, and from where: the two parameters that every list takes. */
public class Paging {

    // A text, for the framework answers 404 to what it cannot read as a number.
    @RestQuery
    @DefaultValue("20")
    @Pattern(regexp = "[1-9][0-9]?|100", message = "must be a whole number from 1 to 100")
    String limit = "";

    @RestQuery
    @Nullable
    String cursor;

    public int limit() {
        return Integer.parseInt(limit);
    }

    /** One more than asked for, which {@link Page#of} cuts off again. */
    public int rows() {
        return limit() + 1;
    }

    /** Where the page before ended, as {@code parts} values in the list's order; nothing on the first page. */
    public @Nullable Cursor cursor(int parts) {
        return cursor == null ? null : Cursor.parse(cursor, parts);
    }
}
