package dev.latchkey.input;

import dev.latchkey.kernel.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Money as requests and answers write it: {@code {"amount": "120.50", "currency": "AUD"}}. */
public record MoneyView(
        @NotNull @Pattern(regexp = AMOUNT) String amount,

        @NotNull @Pattern(regexp = CURRENCY) String currency) {

    /**
     * Less than a trillion: an invoice of many rials or dongs. With one decimal more than any currency has, so that one decimal too many
     * gets a problem of its own.
     */
    public static final String AMOUNT = "[0-9]{1,12}(\\.[0-9]{1,5})?";

    public static final String CURRENCY = "[A-Z]{3}";

    public static MoneyView of(Money money) {
        return new MoneyView(money.amount().toPlainString(), money.currency().code());
    }
}
