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
 * Tells the former address that a record left it. It names neither the client nor the new address, for a stranger may read this mailbox, and it
 * has no link.
 *
 * @param at when it happened
 * @param timeZone the clinic's
 */
public record AddressChangedLetter(Letterhead letterhead, Instant at, ZoneId timeZone) implements LetterContent {

    @Override
    public String subject() {
        return letterhead.messages(Messages.class).subject();
    }

    /** As late as it can be sent: it is worth knowing a day later, too. */
    @Override
    public Optional<Instant> usefulUntil() {
        return Optional.empty();
    }

    public String when() {
        return LetterTimeFormat.format(at, timeZone, letterhead.language());
    }

    @MessageBundle(value = "addressChanged", locale = "en")
    public interface Messages {

        @Message
        String subject();

        @Message
        String changed(String clinic);

        @Message
        String note();
    }

    @Singleton
    static final class Kind extends LetterKind {

        Kind() {
            super("emailchanges", "address-changed", AddressChangedLetter.class);
        }
    }
}
