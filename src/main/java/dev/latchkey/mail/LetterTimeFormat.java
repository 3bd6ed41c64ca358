package dev.latchkey.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An instant as a letter says it: {@code 15:45 on Monday 23 November 2026 (AEDT)}. */
public final class LetterTimeFormat {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("HH:mm 'on' EEEE d MMMM uuuu '('zzz')'", Locale.ENGLISH);

    private LetterTimeFormat() {}

    public static String format(Instant instant, ZoneId timeZone) {
        return FORMAT.format(instant.atZone(timeZone));
    }
}
