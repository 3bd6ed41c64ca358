package dev.latchkey.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of one currency (ISO 4217), always with as many decimals as that currency has. */
public record Money(BigDecimal amount, CurrencyUnit currency) implements Comparable<Money> {

    /** Rounds half up to the currency's smallest coin. */
    public Money {
        amount = amount.setScale(currency.decimals(), RoundingMode.HALF_UP);
    }

    public static Money zero(CurrencyUnit currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    /** The given share of this amount, as a tax rate is written: 10 for ten percent. */
    public Money percent(BigDecimal rate) {
        return times(rate.movePointLeft(2));
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot calculate with " + currency + " and " + other.currency);
        }
        return other;
    }
}
