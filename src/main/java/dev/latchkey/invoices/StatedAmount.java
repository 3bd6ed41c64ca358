package dev.latchkey.invoices;

import dev.latchkey.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** An amount as the caller wrote it, before we know that it is in the clinic's currency. */
record StatedAmount(BigDecimal amount, String currencyCode) {

    /** Never rounds: what cannot be paid in coins was not meant so. */
    Money toMoney(Currency currency) {
        if (!currency.getCurrencyCode().equals(currencyCode)) {
            throw InvoiceReason.CURRENCY_MISMATCH.refusal();
        }
        if (amount.scale() > currency.getDefaultFractionDigits()) {
            throw InvoiceReason.AMOUNT_PRECISION.refusal();
        }
        return new Money(amount, currency);
    }
}
