package dev.latchkey.invoices;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latchkey.http.ETags;
import dev.latchkey.input.MoneyView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole invoice, as staff see it. */
record StaffInvoiceView(
        @JsonUnwrapped StaffInvoiceSummaryView summary,
        @JsonUnwrapped InvoiceDetailsView details,
        UUID clientId,
        Instant createdAt,
        @Nullable Instant voidedAt)
        implements ETags.TaggedAnswer {

    static StaffInvoiceView of(Invoice invoice, LocalDate today) {
        return new StaffInvoiceView(
                StaffInvoiceSummaryView.of(invoice, today),
                InvoiceDetailsView.of(invoice),
                invoice.clientId(),
                invoice.createdAt(),
                invoice.voidedAt());
    }

    /** As it stands in a list. A draft has neither a number nor a date of issue. */
    record StaffInvoiceSummaryView(
            UUID id,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            LocalDate dueOn,
            InvoiceStatus status,
            boolean overdue,
            MoneyView total,
            MoneyView outstanding) {

        static StaffInvoiceSummaryView of(Invoice invoice, LocalDate today) {
            return new StaffInvoiceSummaryView(
                    invoice.id(),
                    invoice.numberInWords(),
                    invoice.issuedOn(),
                    invoice.dueOn(),
                    invoice.status(),
                    invoice.isOverdue(today),
                    MoneyView.of(invoice.account().money(invoice.account().total())),
                    MoneyView.of(invoice.outstanding()));
        }
    }
}
