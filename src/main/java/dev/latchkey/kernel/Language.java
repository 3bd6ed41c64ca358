package dev.latchkey.kernel;

import java.util.Arrays;
import java.util.Locale;

/** A language that letters are written in, by its code of BCP 47. */
public enum Language {
    ENGLISH(Locale.ENGLISH),
    FRENCH(Locale.FRENCH),
    GERMAN(Locale.GERMAN),
    SPANISH(Locale.forLanguageTag("es"));

    /** The codes of all, as a pattern. */
    public static final String CODES = "en|fr|de|es";

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** @param code one of {@link #CODES} */
    public static Language of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no language of ours"));
    }

    public String code() {
        return locale.toLanguageTag();
    }

    public Locale locale() {
        return locale;
    }
}
