package dev.latchkey.staff;

import dev.latchkey.mail.LetterContent;
import dev.latchkey.mail.LetterKind;
import dev.latchkey.mail.LetterTimeFormat;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Tells a staff member what happened to their account. It has no link, so that staff do not learn to follow one.
 *
 * @param role what they now are at the clinic, in words
 * @param at when it happened
 * @param timeZone the clinic's
 */
public record AccountNoticeLetter(String clinicName, AccountNotice notice, String role, Instant at, ZoneId timeZone)
        implements LetterContent {

    @Override
    public String subject() {
        return notice.subject();
    }

    /** As late as it can be sent: it is worth knowing a day later, too. */
    @Override
    public Optional<Instant> usefulUntil() {
        return Optional.empty();
    }

    public String happened() {
        return notice.happened(clinicName, role);
    }

    public String advice() {
        return notice.advice();
    }

    public String when() {
        return LetterTimeFormat.format(at, timeZone);
    }

    @Singleton
    static final class Kind extends LetterKind {

        Kind() {
            super("staff", "account-notice", AccountNoticeLetter.class);
        }
    }
}
