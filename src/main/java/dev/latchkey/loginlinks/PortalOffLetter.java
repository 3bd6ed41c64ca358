package dev.latchkey.loginlinks;

import dev.latchkey.mail.LetterContent;
import dev.latchkey.mail.LetterKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client who asked for a login link that the clinic has switched its portal off.
 *
 * @param message what the clinic says about it
 */
public record PortalOffLetter(
        String clinicName,
        @Nullable String message,
        @Nullable String phone) implements LetterContent {

    @Override
    public String subject() {
        return "The portal of " + clinicName + " is closed for now";
    }

    @Override
    public boolean isUrgent() {
        return true;
    }

    @Override
    public Optional<Instant> usefulUntil() {
        return Optional.empty();
    }

    @Singleton
    static final class Kind extends LetterKind {

        Kind() {
            super("loginlinks", "portal-off", PortalOffLetter.class);
        }
    }
}
