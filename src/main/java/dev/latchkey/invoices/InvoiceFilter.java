package dev.latchkey.invoices;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which invoices a list should show: all, or those of a status, or those that are overdue today. */
record InvoiceFilter(@Nullable String status, @Nullable String overdue, LocalDate today) {

    /** Adds the values of its parameters. */
    String where(List<Object> values) {
        var where = "";
        if (status != null) {
            values.add(InvoiceStatus.of(status));
            where += " and status = ?" + values.size();
        }
        if (overdue != null) {
            values.add(today);
            where += (overdue.equals("true") ? " and " : " and not ") + "(status = OPEN and dueOn < ?" + values.size()
                    + ")";
        }
        return where;
    }
}
