package dev.latchkey.invoices;

import dev.latchkey.http.ETags;
import dev.latchkey.input.MoneyView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record StaffInvoiceView(
        UUID id,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        LocalDate dueOn,
        InvoiceStatus status,
        boolean overdue,
        MoneyView total,
        MoneyView outstanding,
        MoneyView taxTotal,
        List<InvoiceLineView> lines,
        List<PaymentView> payments,
        UUID clientId,
        Instant createdAt,
        @Nullable Instant voidedAt)
        implements ETags.TaggedAnswer {

    static StaffInvoiceView of(Invoice invoice, LocalDate today) {
        var account = invoice.account();
        return new StaffInvoiceView(
                invoice.id(),
                invoice.numberInWords(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.status(),
                invoice.isOverdue(today),
                MoneyView.of(account.money(account.total())),
                MoneyView.of(invoice.outstanding()),
                MoneyView.of(account.money(account.taxTotal())),
                InvoiceLineView.of(invoice),
                PaymentView.of(invoice),
                invoice.clientId(),
                invoice.createdAt(),
                invoice.voidedAt());
    }
}
