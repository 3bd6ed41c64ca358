package dev.latchkey.passwords;

import dev.latchkey.mail.LetterContent;
import dev.latchkey.mail.LetterKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells a staff member that a stranger has been guessing at their password.
 *
 * @param staffUrl where they sign in
 */
public record PasswordsGuessedLetter(String clinicName, String staffUrl) implements LetterContent {

    @Override
    public String subject() {
        return "Someone is guessing at your password at " + clinicName;
    }

    @Override
    public Optional<Instant> usefulUntil() {
        return Optional.empty();
    }

    @Singleton
    static final class Kind extends LetterKind {

        Kind() {
            super("passwords", "passwords-guessed", PasswordsGuessedLetter.class);
        }
    }
}
