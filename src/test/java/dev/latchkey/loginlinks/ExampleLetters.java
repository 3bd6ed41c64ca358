package dev.latchkey.loginlinks;

import dev.latchkey.letterhead.Letterhead;
import dev.latchkey.mail.LetterContent;
import java.time.Instant;
import java.time.ZoneId;

/** Letters of ours, for the tests of how letters are sent. */
public final class ExampleLetters {

    private ExampleLetters() {}

    public static LetterContent loginLink(String clinicName, String link, Instant endsAt) {
        return new LoginLinkLetter(Letterhead.plain(clinicName), link, null, endsAt, ZoneId.of("Australia/Sydney"));
    }

    public static LetterContent toAStranger(String clinicName) {
        return new NoClientRecordLetter(Letterhead.plain(clinicName), null);
    }
}
