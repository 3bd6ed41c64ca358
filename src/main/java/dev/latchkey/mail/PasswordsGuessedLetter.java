package dev.latchkey.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * Tells a staff member that a stranger has been guessing at their password.
 *
 * @param staffUrl where they sign in
 */
public record PasswordsGuessedLetter(String clinicName, String staffUrl) implements LetterContent {

    static final String KIND = "passwords-guessed";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String subject() {
        return "Someone is guessing at your password at " + clinicName;
    }

    @Override
    public Optional<Instant> usefulUntil() {
        return Optional.empty();
    }
}
