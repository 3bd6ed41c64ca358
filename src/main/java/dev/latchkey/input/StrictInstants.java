package dev.latchkey.input;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Reads a moment as RFC 3339 writes it (date-time), of any offset. Seconds since 1970, which Jackson takes too, are none. */
@Singleton
class StrictInstants extends StrictScalar<Instant> {

    private static final Pattern DATE_TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9:]{8}([.][0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");

    StrictInstants() {
        super(Instant.class, DATE_TIME);
    }

    @Override
    Instant parse(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
