package dev.latchkey.sessions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a browser runs on, as its owner would call it. The first whose mark is found is the one: an iPhone says "like Mac OS X". */
enum OperatingSystem {
    IPHONE("iPhone", "iPhone", "iPod"),
    IPAD("iPad", "iPad"),
    ANDROID("Android", "Android"),
    CHROMEOS("ChromeOS", "CrOS"),
    WINDOWS("Windows", "Windows"),
    MACOS("macOS", "Macintosh", "Mac OS X"),
    LINUX("Linux", "Linux", "X11"),
    OTHER("another system");

    private final String shown;
    private final List<String> marks;

    OperatingSystem(String shown, String... marks) {
        this.shown = shown;
        this.marks = List.of(marks);
    }

    static OperatingSystem in(String userAgent) {
        return Arrays.stream(values())
                .filter(system -> system.marks.stream().anyMatch(userAgent::contains))
                .findFirst()
                .orElse(OTHER);
    }

    String shown() {
        return shown;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
