package dev.latchkey.files;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who a file belongs to. */
enum Origin {
    CLINIC,
    CLIENT;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
