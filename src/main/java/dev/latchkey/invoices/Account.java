package dev.latchkey.invoices;

import dev.latchkey.kernel.CurrencyUnit;
import dev.latchkey.kernel.Money;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** What an invoice comes to, and how much of it is paid. */
@Embeddable
record Account(String currency, BigDecimal total, BigDecimal taxTotal, BigDecimal paid) {

    /** As large as the largest single amount a request may state, so that one payment can settle it. */
    static final BigDecimal LARGEST_TOTAL = new BigDecimal("999999999999.9999");

    static Account of(CurrencyUnit currency, List<InvoiceLine> lines) {
        var total = sum(lines, InvoiceLine::total);
        if (total.compareTo(LARGEST_TOTAL) > 0) {
            throw InvoiceReason.INVOICE_TOO_LARGE.refusal();
        }
        return new Account(currency.code(), total, sum(lines, InvoiceLine::tax), BigDecimal.ZERO);
    }

    private static BigDecimal sum(List<InvoiceLine> lines, Function<InvoiceLine, BigDecimal> amount) {
        return lines.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Account receiving(BigDecimal payment) {
        if (money(payment).compareTo(outstanding()) > 0) {
            throw InvoiceReason.PAYMENT_EXCEEDS_OUTSTANDING.refusal();
        }
        return new Account(currency, total, taxTotal, paid.add(payment));
    }

    Money outstanding() {
        return money(total.subtract(paid));
    }

    boolean isSettled() {
        return outstanding().isZero();
    }

    boolean isUntouched() {
        return paid.signum() == 0;
    }

    Money money(BigDecimal amount) {
        return new Money(amount, unit());
    }

    CurrencyUnit unit() {
        return CurrencyUnit.of(currency);
    }
}
