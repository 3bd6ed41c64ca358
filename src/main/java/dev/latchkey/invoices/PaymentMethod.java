package dev.latchkey.invoices;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How money came to the clinic. */
enum PaymentMethod {
    CARD,
    CASH,
    BANK_TRANSFER,
    OTHER;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static PaymentMethod of(String code) {
        return Arrays.stream(values())
                .filter(method -> method.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such method"));
    }
}
