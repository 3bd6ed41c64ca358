package dev.latchkey.files;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose area a file lies in. */
enum Origin {
    CLINIC,
    CLIENT;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
