package dev.latchkey.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount of one currency (ISO 4217), always with as many decimals as that currency has. */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** Of a currency that a clinic may have: what is stored has as many. ISO 4217 knows two units with more, CLF and UYW. */
    public static final int MOST_DECIMALS = 3;

    /** Rounds half up to the currency's smallest coin. */
    public Money {
        amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
    }

    public static Money zero(Currency currency) {
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
