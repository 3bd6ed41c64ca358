package dev.latchkey.letterhead;

import dev.latchkey.kernel.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Map;
import java.util.Objects;

/** An instant as a letter says it: {@code 15:45 on Monday 23 November 2026 (AEDT)}. */
public final class LetterTimeFormat {

    private static final Map<Language, DateTimeFormatter> FORMATS = Map.of(
            Language.ENGLISH, format("HH:mm 'on' EEEE d MMMM uuuu '('zzz')'", Language.ENGLISH),
            Language.FRENCH, french(),
            Language.GERMAN, format("EEEE, d. MMMM uuuu, HH:mm 'Uhr ('zzz')'", Language.GERMAN),
            Language.SPANISH, format("EEEE d 'de' MMMM 'de' uuuu, HH:mm 'h ('zzz')'", Language.SPANISH));

    private LetterTimeFormat() {}

    public static String format(Instant instant, ZoneId timeZone, Language language) {
        return Objects.requireNonNull(FORMATS.get(language)).format(instant.atZone(timeZone));
    }

    private static DateTimeFormatter format(String pattern, Language language) {
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }

    /** The first of a month alone is an ordinal. The blanks around the h break no line. */
    private static DateTimeFormatter french() {
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE ")
                .appendText(ChronoField.DAY_OF_MONTH, Map.of(1L, "1er"))
                .appendPattern(" MMMM uuuu 'à' HH'\u00a0h\u00a0'mm '('zzz')'")
                .toFormatter(Language.FRENCH.locale());
    }
}
