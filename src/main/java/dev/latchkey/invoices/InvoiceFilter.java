package dev.latchkey.invoices;

import io.quarkus.panache.common.Parameters;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which invoices a list should show: all, or those that stand so today. */
record InvoiceFilter(@Nullable String status, @Nullable String overdue, LocalDate today) {

    String where() {
        var late = "(status = OPEN and dueOn < :today)";
        return (status == null ? "" : " and status = :status")
                + (overdue == null ? "" : overdue.equals("true") ? " and " + late : " and not " + late);
    }

    Parameters values() {
        var values = new Parameters();
        if (status != null) {
            values.and("status", InvoiceStatus.of(status));
        }
        if (overdue != null) {
            values.and("today", today);
        }
        return values;
    }
}
