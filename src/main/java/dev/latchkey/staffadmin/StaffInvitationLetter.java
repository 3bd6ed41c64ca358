package dev.latchkey.staffadmin;

import dev.latchkey.letterhead.LetterTimeFormat;
import dev.latchkey.letterhead.Letterhead;
import dev.latchkey.mail.LetterContent;
import dev.latchkey.mail.LetterKind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Invites a person to the staff of a clinic. They begin by setting a password.
 *
 * @param link the whole address, with the invitation's secret
 * @param lifetime how long the link works in all, in whole hours
 * @param endsAt when it stops to work
 * @param timeZone the clinic's
 */
public record StaffInvitationLetter(
        Letterhead letterhead, String link, Duration lifetime, Instant endsAt, ZoneId timeZone)
        implements LetterContent {

    @Override
    public String subject() {
        return letterhead.messages(Messages.class).subject(letterhead.isolatedName());
    }

    @Override
    public Optional<Instant> usefulUntil() {
        return Optional.of(endsAt);
    }

    public long hours() {
        return lifetime.toHours();
    }

    public String ends() {
        return LetterTimeFormat.format(endsAt, timeZone, letterhead.language());
    }

    /** Never the link: secrets have no place in a log. */
    @Override
    public String toString() {
        return "StaffInvitationLetter[hidden]";
    }

    @MessageBundle(value = "staffInvitation", locale = "en")
    public interface Messages {

        @Message
        String subject(String clinic);

        @Message
        String title();

        @Message
        String invited(String clinic);

        @Message
        String button();

        @Message
        String lifetime(long hours, String ends);

        @Message
        String note();
    }

    @Singleton
    static final class Kind extends LetterKind {

        Kind() {
            super("staffadmin", "staff-invitation", StaffInvitationLetter.class);
        }
    }
}
