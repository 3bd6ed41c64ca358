package dev.latchkey.mail;

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

    static final String KIND = "no-client-record";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String subject() {
        return "Logging in at " + clinicName;
    }

    @Override
    public Optional<Instant> usefulUntil() {
        return Optional.empty();
    }
}
