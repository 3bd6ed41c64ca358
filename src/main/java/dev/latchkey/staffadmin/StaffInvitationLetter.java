package dev.latchkey.staffadmin;

import dev.latchkey.mail.LetterContent;
import dev.latchkey.mail.LetterKind;
import dev.latchkey.mail.LetterTimeFormat;
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
public record StaffInvitationLetter(String clinicName, String link, Duration lifetime, Instant endsAt, ZoneId timeZone)
        implements LetterContent {

    @Override
    public String subject() {
        return "Your invitation to " + clinicName;
    }

    @Override
    public Optional<Instant> usefulUntil() {
        return Optional.of(endsAt);
    }

    public long hours() {
        return lifetime.toHours();
    }

    public String ends() {
        return LetterTimeFormat.format(endsAt, timeZone);
    }

    /** Never the link: secrets have no place in a log. */
    @Override
    public String toString() {
        return "StaffInvitationLetter[hidden]";
    }

    @Singleton
    static final class Kind extends LetterKind {

        Kind() {
            super("staffadmin", "staff-invitation", StaffInvitationLetter.class);
        }
    }
}
