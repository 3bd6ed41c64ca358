package dev.latchkey.staffsignin;

import dev.latchkey.mail.LetterContent;
import dev.latchkey.mail.LetterKind;
import dev.latchkey.mail.LetterTimeFormat;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Brings a staff member what they set another password with.
 *
 * @param link the whole address, with the reset's secret
 * @param endsAt when it stops to work
 * @param timeZone the clinic's
 */
public record PasswordResetLetter(String clinicName, String link, Instant endsAt, ZoneId timeZone)
        implements LetterContent {

    @Override
    public String subject() {
        return "Your password at " + clinicName;
    }

    @Override
    public boolean isUrgent() {
        return true;
    }

    @Override
    public Optional<Instant> usefulUntil() {
        return Optional.of(endsAt);
    }

    public String ends() {
        return LetterTimeFormat.format(endsAt, timeZone);
    }

    /** Never the link: secrets have no place in a log. */
    @Override
    public String toString() {
        return "PasswordResetLetter[hidden]";
    }

    @Singleton
    static final class Kind extends LetterKind {

        Kind() {
            super("staffsignin", "password-reset", PasswordResetLetter.class);
        }
    }
}
