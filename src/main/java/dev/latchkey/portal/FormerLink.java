package dev.latchkey.portal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What becomes of a portal link when the clinic takes another. */
enum FormerLink {
    DEAD,
    REDIRECT;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static FormerLink of(String code) {
        return Arrays.stream(values())
                .filter(former -> former.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("dead or redirect"));
    }
}
