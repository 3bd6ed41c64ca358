package dev.latchkey.sessions;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** What a session was opened with, as coarsely as a person needs to tell theirs apart. Nothing else of the User-Agent is kept. */
@Embeddable
record Device(
        @Enumerated(EnumType.STRING) Browser browser,
        @Enumerated(EnumType.STRING) OperatingSystem operatingSystem) {

    static final Device UNKNOWN = new Device(Browser.OTHER, OperatingSystem.OTHER);

    /** Plain search and no pattern: the text is a stranger's. */
    static Device of(@Nullable String userAgent) {
        return userAgent == null ? UNKNOWN : new Device(Browser.in(userAgent), OperatingSystem.in(userAgent));
    }

    String name() {
        if (equals(UNKNOWN)) {
            return "Unknown device";
        }
        var name = browser.shown() + " on " + operatingSystem.shown();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
