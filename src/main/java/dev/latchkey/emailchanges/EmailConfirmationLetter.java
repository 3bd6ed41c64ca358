package dev.latchkey.emailchanges;

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
 * Asks who reads a mailbox to confirm that it is theirs. It names no client, for a mistyped address is a stranger's.
 *
 * @param link the whole address, with the secret
 * @param endsAt when the link stops to work
 * @param timeZone the clinic's
 */
public record EmailConfirmationLetter(Letterhead letterhead, String link, Instant endsAt, ZoneId timeZone)
        implements LetterContent {

    @Override
    public String subject() {
        return letterhead.messages(Messages.class).subject(letterhead.isolatedName());
    }

    /** The client may stand at the desk. */
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
        return "EmailConfirmationLetter[hidden]";
    }

    @MessageBundle(value = "emailConfirmation", locale = "en")
    public interface Messages {

        @Message
        String subject(String clinic);

        @Message
        String title();

        @Message
        String given(String clinic);

        @Message
        String button();

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
            super("emailchanges", "email-confirmation", EmailConfirmationLetter.class);
        }
    }
}
