package dev.latchkey.sessions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The browsers that people know by name. Each pretends to be those below it, so the first whose mark is found is the one. */
enum Browser {
    EDGE("Edge", "Edg/", "EdgA/", "EdgiOS/", "Edge/"),
    OPERA("Opera", "OPR/", "OPiOS/", "Opera/"),
    SAMSUNG_INTERNET("Samsung Internet", "SamsungBrowser/"),
    FIREFOX("Firefox", "Firefox/", "FxiOS/"),
    CHROME("Chrome", "Chrome/", "CriOS/", "Chromium/"),
    SAFARI("Safari", "Safari/"),
    OTHER("another browser");

    private final String shown;
    private final List<String> marks;

    Browser(String shown, String... marks) {
        this.shown = shown;
        this.marks = List.of(marks);
    }

    static Browser in(String userAgent) {
        return Arrays.stream(values())
                .filter(browser -> browser.marks.stream().anyMatch(userAgent::contains))
                .findFirst()
                .orElse(OTHER);
    }

    String shown() {
        return shown;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
