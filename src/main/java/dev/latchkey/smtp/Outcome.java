package dev.latchkey.smtp;

/** What has become of a letter in a conversation with the mail server. */
public enum Outcome {
    TAKEN,
    /** The server does not take letters for this recipient. */
    RECIPIENT_REFUSED,
    /** The server has seen the letter and does not want it. */
    LETTER_REFUSED,
    /** The server does not serve us now: wrong password, unknown name or sender, no relay for us, too busy. */
    SERVER_REFUSED,
    /** The server said nothing, or too late. It may have the letter nevertheless. */
    SERVER_UNREACHABLE,
    /** The conversation ended before it was this letter's turn, which may come at once in another one. */
    UNTRIED;

    /** The server has judged this letter, and may judge the next one otherwise. */
    public boolean isOfTheLetter() {
        return this == TAKEN || this == RECIPIENT_REFUSED || this == LETTER_REFUSED;
    }
}
