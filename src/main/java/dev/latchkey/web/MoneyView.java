package dev.latchkey.web;

import dev.latchkey.kernel.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Money as requests and answers write it: {@code {"amount": "120.50", "currency": "AUD"}}. */
public record MoneyView(
        @NotNull @Pattern(regexp = "[0-9]{1,7}(\\.[0-9]{1,4})?")
        String amount,

        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {

    public static MoneyView of(Money money) {
        return new MoneyView(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }
}
