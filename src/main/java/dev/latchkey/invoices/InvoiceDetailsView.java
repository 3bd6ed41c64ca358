package dev.latchkey.invoices;

import dev.latchkey.input.MoneyView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the whole invoice shows beyond its line in a list, to staff and to the client alike. */
record InvoiceDetailsView(MoneyView taxTotal, List<InvoiceLineView> lines, List<PaymentView> payments) {

    static InvoiceDetailsView of(Invoice invoice) {
        return new InvoiceDetailsView(
                MoneyView.of(invoice.account().money(invoice.account().taxTotal())),
                InvoiceLineView.of(invoice),
                PaymentView.of(invoice));
    }

    record InvoiceLineView(
            String description,
            String quantity,
            MoneyView unitPrice,
            String taxRatePercent,
            MoneyView net,
            MoneyView tax,
            MoneyView total) {

        static List<InvoiceLineView> of(Invoice invoice) {
            return invoice.lines().stream()
                    .map(line -> of(line, invoice.account()))
                    .toList();
        }

        private static InvoiceLineView of(InvoiceLine line, Account account) {
            return new InvoiceLineView(
                    line.description(),
                    plain(line.quantity()),
                    MoneyView.of(account.money(line.unitPrice())),
                    plain(line.taxRate()),
                    MoneyView.of(account.money(line.net())),
                    MoneyView.of(account.money(line.tax())),
                    MoneyView.of(account.money(line.total())));
        }

        /** Without the zeros that a column adds: the answer is the same before and after it was stored, and so is its entity tag. */
        private static String plain(BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
    }

    record PaymentView(UUID id, MoneyView amount, PaymentMethod method, LocalDate paidOn) {

        static List<PaymentView> of(Invoice invoice) {
            return invoice.payments().stream()
                    .map(payment -> new PaymentView(
                            payment.id(),
                            MoneyView.of(invoice.account().money(payment.amount())),
                            payment.method(),
                            payment.paidOn()))
                    .toList();
        }
    }
}
