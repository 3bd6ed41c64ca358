package dev.latchkey.invoices;

import dev.latchkey.kernel.CurrencyUnit;
import dev.latchkey.kernel.Money;
import java.math.BigDecimal;

/** An amount as the caller wrote it, before we know that it is in the clinic's currency. */
record StatedAmount(BigDecimal amount, String currencyCode) {

    /** Never rounds: what cannot be paid in coins was not meant so. */
    Money toMoney(CurrencyUnit currency) {
        if (!currency.code().equals(currencyCode)) {
            throw InvoiceReason.CURRENCY_MISMATCH.refusal();
        }
        if (amount.scale() > currency.decimals()) {
            throw InvoiceReason.AMOUNT_PRECISION.refusal();
        }
        return new Money(amount, currency);
    }
}
