package dev.latchkey.appointments;

import java.util.Locale;

/** How an appointment stands. */
enum Status {
    PENDING,
    ARRIVED,
    MISSED,
    CANCELLED;

    static Status of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
