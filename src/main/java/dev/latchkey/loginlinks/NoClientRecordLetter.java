package dev.latchkey.loginlinks;

import dev.latchkey.mail.LetterContent;
import dev.latchkey.mail.LetterKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person who requested a login link that the clinic knows no client by this address.
 *
 * @param bookingLink where the clinic takes new clients, if it shows that
 */
public record NoClientRecordLetter(
        String clinicName, @Nullable String bookingLink) implements LetterContent {

    @Override
    public String subject() {
        return "Logging in at " + clinicName;
    }

    @Override
    public boolean isUrgent() {
        return true;
    }

    @Override
    public Optional<Instant> usefulUntil() {
        return Optional.empty();
    }

    @Override
    public boolean isToStranger() {
        return true;
    }

    @Singleton
    static final class Kind extends LetterKind {

        Kind() {
            super("loginlinks", "no-client-record", NoClientRecordLetter.class);
        }
    }
}
