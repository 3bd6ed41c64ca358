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
 * Tells a client who asked for a login link that the clinic has switched its portal off.
 *
 * @param message what the clinic says about it
 * @param until when it is not worth sending any more: the portal may be on again
 */
public record PortalOffLetter(
        Letterhead letterhead,
        @Nullable String message,
        @Nullable String phone,
        Instant until) implements LetterContent {

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
        return Optional.of(until);
    }

    @MessageBundle(value = "portalOff", locale = "en")
    public interface Messages {

        @Message
        String subject(String clinic);

        @Message
        String title();

        @Message
        String asked(String clinic);

        @Message
        String call();

        @Message
        String note();
    }

    @Singleton
    static final class Kind extends LetterKind {

        Kind() {
            super("loginlinks", "portal-off", PortalOffLetter.class);
        }
    }
}
