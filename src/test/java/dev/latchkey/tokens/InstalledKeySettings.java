package dev.latchkey.tokens;

import java.time.Duration;

/** A suite reads them twice a second; an installation does not. */
final class InstalledKeySettings implements SigningKeySettings {

    @Override
    public Duration lifetime() {
        return Duration.ofDays(90);
    }

    @Override
    public Duration announcement() {
        return Duration.ofDays(1);
    }

    @Override
    public Duration readAgainAfter() {
        return Duration.ofMinutes(5);
    }
}
