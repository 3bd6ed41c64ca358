package dev.latchkey.staffsignin;

import dev.latchkey.letterhead.LetterTimeFormat;
import dev.latchkey.letterhead.Letterhead;
import dev.latchkey.mail.LetterContent;
import dev.latchkey.mail.LetterKind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
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
public record PasswordResetLetter(Letterhead letterhead, String link, Instant endsAt, ZoneId timeZone)
        implements LetterContent {

    @Override
    public String subject() {
        return letterhead.messages(Messages.class).subject(letterhead.isolatedName());
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
        return LetterTimeFormat.format(endsAt, timeZone, letterhead.language());
    }

    /** Never the link: secrets have no place in a log. */
    @Override
    public String toString() {
        return "PasswordResetLetter[hidden]";
    }

    @MessageBundle(value = "passwordReset", locale = "en")
    public interface Messages {

        @Message
        String subject(String clinic);

        @Message
        String title();

        @Message
        String asked(String clinic);

        @Message
        String lifetime(String ends);

        @Message
        String replaced();

        @Message
        String note();
    }

    @Singleton
    static final class Kind extends LetterKind {

        Kind() {
            super("staffsignin", "password-reset", PasswordResetLetter.class);
        }
    }
}
