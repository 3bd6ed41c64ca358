package dev.latchkey.invoices;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an invoice stands: a draft until it is final, then open until it is paid or void. */
enum InvoiceStatus {
    DRAFT,
    OPEN,
    PAID,
    VOID;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static InvoiceStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
