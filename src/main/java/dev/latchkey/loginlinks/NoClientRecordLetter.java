package dev.latchkey.loginlinks;

import dev.latchkey.letterhead.Letterhead;
import dev.latchkey.mail.LetterContent;
import dev.latchkey.mail.LetterKind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
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
        Letterhead letterhead, @Nullable String bookingLink) implements LetterContent {

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
        return Optional.empty();
    }

    @Override
    public boolean isToStranger() {
        return true;
    }

    @MessageBundle(value = "noClientRecord", locale = "en")
    public interface Messages {

        @Message
        String subject(String clinic);

        @Message
        String title();

        @Message
        String asked(String clinic);

        @Message
        String another();

        @Message
        String booking(String clinic);

        @Message
        String button();

        @Message
        String note();
    }

    @Singleton
    static final class Kind extends LetterKind {

        Kind() {
            super("loginlinks", "no-client-record", NoClientRecordLetter.class);
        }
    }
}
