package dev.latchkey.loginlinks;

import dev.latchkey.mail.LetterContent;
import dev.latchkey.mail.LetterKind;
import dev.latchkey.mail.LetterTimeFormat;
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
        String clinicName, String link, @Nullable String code, Instant endsAt, ZoneId timeZone)
        implements LetterContent {

    @Override
    public String subject() {
        return "Your login link for " + clinicName;
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
        return LetterTimeFormat.format(endsAt, timeZone);
    }

    /** Never the link: secrets have no place in a log. */
    @Override
    public String toString() {
        return "LoginLinkLetter[hidden]";
    }

    @Singleton
    static final class Kind extends LetterKind {

        Kind() {
            super("loginlinks", "login-link", LoginLinkLetter.class);
        }
    }
}
