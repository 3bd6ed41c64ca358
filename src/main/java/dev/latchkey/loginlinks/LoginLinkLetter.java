package dev.latchkey.loginlinks;

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
import org.jspecify.annotations.Nullable;

/**
 * Brings a client the login link.
 *
 * @param link the whole address, with the link's secret
 * @param code what to type where the link was asked for; none if staff sent the link
 * @param endsAt when the link stops to work
 * @param timeZone the clinic's
 */
public record LoginLinkLetter(
        Letterhead letterhead, String link, @Nullable String code, Instant endsAt, ZoneId timeZone)
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
        return "LoginLinkLetter[hidden]";
    }

    @MessageBundle(value = "loginLink", locale = "en")
    public interface Messages {

        @Message
        String subject(String clinic);

        @Message
        String title();

        @Message
        String opens(String clinic);

        @Message
        String button();

        @Message
        String lifetime(String ends);

        @Message
        String replaced();

        @Message
        String otherDevice();

        @Message
        String note();
    }

    @Singleton
    static final class Kind extends LetterKind {

        Kind() {
            super("loginlinks", "login-link", LoginLinkLetter.class);
        }
    }
}
