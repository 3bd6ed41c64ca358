package dev.latchkey.loginlinks;

import static dev.latchkey.kernel.Wording.conflict;
import static dev.latchkey.kernel.Wording.guess;
import static dev.latchkey.kernel.Wording.tooMany;
import static dev.latchkey.kernel.Wording.unauthenticated;
import static dev.latchkey.kernel.Wording.unknown;
import static dev.latchkey.kernel.Wording.unprocessable;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a login link, its code or a profile choice is refused. */
public enum LoginReason implements Refusal.Reason {
    LOGIN_LINK_UNKNOWN(guess(unauthenticated("This is no login link of ours. Ask for a new one."))),
    LOGIN_LINK_EXPIRED(guess(unauthenticated("This login link is over 15 minutes old. Ask for a new one."))),
    LOGIN_LINK_USED(guess(unauthenticated("This login link was already used. Ask for a new one."))),
    LOGIN_LINK_SUPERSEDED(guess(unauthenticated("A newer login link was sent. Use the one in the newest letter."))),
    LOGIN_LINK_REVOKED(guess(unauthenticated("This login link no longer opens anything. Ask the clinic."))),
    LOGIN_CODE_WRONG(guess(unauthenticated(
            "The code is wrong, or no longer good. Follow the link in the letter, or ask for a new one."))),
    CHOICE_TOKEN_INVALID(guess(unauthenticated("The time to choose a profile is over. Ask for a new login link."))),
    PROFILE_REF_UNKNOWN(guess(unprocessable("This is none of the profiles offered. Send one of their refs."))),
    BIRTH_YEAR_REQUIRED(unprocessable("The clinic asks for the year of birth. Send it with the profile.")),
    BIRTH_DATE_REQUIRED(unprocessable("The clinic asks for the date of birth. Send it with the profile.")),
    SECOND_ANSWER_WRONG(guess(unprocessable("That is not what the clinic has on record. Check it, and try again."))),
    SECOND_QUESTION_FAILED(guess(unauthenticated(
            "Too many answers were wrong, so nothing was opened. Call the clinic, or ask for a new login link."))),
    SECOND_ANSWERS_USED_UP(
            tooMany("Too many wrong answers were given at this e-mail. Call the clinic, or try again later.")),
    PROFILE_NEEDS_NEW_LINK(conflict(
            "The clinic asks a question before it shows this profile. Ask for a new login link, and choose it there.")),
    PROFILE_NOT_FOUND(unknown("Your mailbox has no such profile. List the profiles to see which there are.")),
    PORTAL_OFF(conflict("The clinic has switched its portal off for now. Ask the clinic.")),
    EMAIL_MISMATCH(conflict("The client's e-mail is not the one you confirmed. Read the client again, and confirm.")),
    CLIENT_WITHOUT_EMAIL(unprocessable("This client has no e-mail. Add one first."));

    private final Wording wording;

    LoginReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
