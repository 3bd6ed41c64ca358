package dev.latchkey.invoices;

import dev.latchkey.kernel.Money;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;

/** One thing an invoice asks money for. Amounts are in the invoice's currency; the rate is in percent. */
@Embeddable
record InvoiceLine(
        UUID clinicId,
        String description,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal taxRate,
        BigDecimal net,
        BigDecimal tax) {

    /** Calculates net and tax, each rounded half up to the currency's smallest coin. */
    static InvoiceLine of(UUID clinicId, String description, BigDecimal quantity, Money unitPrice, BigDecimal taxRate) {
        var net = unitPrice.times(quantity);
        var tax = net.percent(taxRate);
        return new InvoiceLine(
                clinicId, description, quantity, unitPrice.amount(), taxRate, net.amount(), tax.amount());
    }

    BigDecimal total() {
        return net.add(tax);
    }
}
