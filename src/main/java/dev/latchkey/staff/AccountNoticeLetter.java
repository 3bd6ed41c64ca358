package dev.latchkey.staff;

import dev.latchkey.access.Role;
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
 * Tells a staff member what happened to their account. It has no link, so that staff do not learn to follow one.
 *
 * @param role what they now are at the clinic: its code, with blanks for the dashes
 * @param at when it happened
 * @param timeZone the clinic's
 */
public record AccountNoticeLetter(Letterhead letterhead, AccountNotice notice, String role, Instant at, ZoneId timeZone)
        implements LetterContent {

    @Override
    public String subject() {
        return messages().subject(notice);
    }

    /** As late as it can be sent: it is worth knowing a day later, too. */
    @Override
    public Optional<Instant> usefulUntil() {
        return Optional.empty();
    }

    public String happened() {
        return messages().happened(notice).formatted(letterhead.isolatedName(), roleInWords());
    }

    public String advice() {
        return messages().advice(notice.advice());
    }

    private String roleInWords() {
        return messages().role(Role.of(role.replace(' ', '-')));
    }

    private Messages messages() {
        return letterhead.messages(Messages.class);
    }

    public String when() {
        return LetterTimeFormat.format(at, timeZone, letterhead.language());
    }

    /** In what happened, {@code %1$s} is the clinic's name, and {@code %2$s} the role they now have. */
    @MessageBundle(value = "accountNotice", locale = "en")
    public interface Messages {

        @Message
        String subject(AccountNotice notice);

        @Message
        String happened(AccountNotice notice);

        @Message
        String advice(AccountNotice.Advice advice);

        @Message
        String role(Role role);
    }

    @Singleton
    static final class Kind extends LetterKind {

        Kind() {
            super("staff", "account-notice", AccountNoticeLetter.class);
        }
    }
}
