package dev.latchkey.clinics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.latchkey.access.Role;
import java.util.Arrays;
import java.util.Locale;

/** Which of its staff a clinic asks for a second factor. The view {@code live_session} says the same. */
public enum SecondFactorFor {
    NOBODY,
    OWNERS,
    EVERYBODY;

    public boolean includes(Role role) {
        return this == EVERYBODY || this == OWNERS && role == Role.OWNER;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static SecondFactorFor of(String code) {
        return Arrays.stream(values())
                .filter(whom -> whom.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("owners, everybody or \"nobody\""));
    }
}
