package dev.latchkey.input;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Reads a date as RFC 3339 writes it (full-date). Java would also take other forms, with years that PostgreSQL does not hold. */
@Singleton
class StrictLocalDates extends StrictScalar<LocalDate> {

    private static final Pattern FULL_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    StrictLocalDates() {
        super(LocalDate.class, FULL_DATE);
    }

    @Override
    LocalDate parse(String text) {
        return LocalDate.parse(text);
    }
}
