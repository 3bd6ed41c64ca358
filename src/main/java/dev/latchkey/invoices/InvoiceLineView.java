package dev.latchkey.invoices;

import dev.latchkey.input.MoneyView;
import java.math.BigDecimal;
import java.util.List;

record InvoiceLineView(
        String description,
        String quantity,
        MoneyView unitPrice,
        String taxRatePercent,
        MoneyView net,
        MoneyView tax,
        MoneyView total) {

    static List<InvoiceLineView> of(Invoice invoice) {
        return invoice.lines().stream().map(line -> of(line, invoice.account())).toList();
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
