package dev.latchkey.passwords;

import static dev.latchkey.kernel.Wording.guess;
import static dev.latchkey.kernel.Wording.tooMany;
import static dev.latchkey.kernel.Wording.unprocessable;

import dev.latchkey.http.WebReason;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a password is not taken. */
enum PasswordReason implements Refusal.Reason {
    PASSWORD_WRONG(guess(unprocessable("This is not your password. Try again, or ask for a reset by mail."))),
    PASSWORD_COMMON(unprocessable(
            "This password is among the first that are guessed. Take another one, such as a sentence of your own;"
                    + " nothing was used up.")),
    PASSWORD_PERSONAL(unprocessable(
            "This password is little more than your name, your e-mail or the clinic's name. Take another one; nothing"
                    + " was used up.")),
    /** The code of any other limit, for what a program does about it is the same. */
    TOO_MANY_STRANGERS(tooMany(
            "Too many wrong passwords were tried for this e-mail. Sign in with a browser that you have used before, or"
                    + " set a new password by mail.")) {

        @Override
        public String code() {
            return WebReason.TOO_MANY_REQUESTS.code();
        }
    };

    private final Wording wording;

    PasswordReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
