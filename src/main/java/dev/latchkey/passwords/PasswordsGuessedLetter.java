package dev.latchkey.passwords;

import dev.latchkey.letterhead.Letterhead;
import dev.latchkey.mail.LetterContent;
import dev.latchkey.mail.LetterKind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells a staff member that a stranger has been guessing at their password.
 *
 * @param staffUrl where they sign in
 */
public record PasswordsGuessedLetter(Letterhead letterhead, String staffUrl) implements LetterContent {

    @Override
    public String subject() {
        return letterhead.messages(Messages.class).subject(letterhead.isolatedName());
    }

    @Override
    public Optional<Instant> usefulUntil() {
        return Optional.empty();
    }

    @MessageBundle(value = "passwordsGuessed", locale = "en")
    public interface Messages {

        @Message
        String subject(String clinic);

        @Message
        String title();

        @Message
        String guessed(String clinic);

        @Message
        String goOn();

        @Message
        String newBrowser(String staffUrl);

        @Message
        String note();
    }

    @Singleton
    static final class Kind extends LetterKind {

        Kind() {
            super("passwords", "passwords-guessed", PasswordsGuessedLetter.class);
        }
    }
}
