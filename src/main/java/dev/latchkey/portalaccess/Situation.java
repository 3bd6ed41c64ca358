package dev.latchkey.portalaccess;

import static dev.latchkey.portalaccess.NextStep.ALLOW_ACCESS;
import static dev.latchkey.portalaccess.NextStep.ASK_MAIL_OPERATOR;
import static dev.latchkey.portalaccess.NextStep.CHECK_BIRTH_DATE;
import static dev.latchkey.portalaccess.NextStep.CHECK_EMAIL;
import static dev.latchkey.portalaccess.NextStep.CHOOSE_PROFILE;
import static dev.latchkey.portalaccess.NextStep.CLEAR_ADDRESS_FLAG;
import static dev.latchkey.portalaccess.NextStep.CONFIRM_EMAIL;
import static dev.latchkey.portalaccess.NextStep.LOOK_IN_SPAM;
import static dev.latchkey.portalaccess.NextStep.RESTORE_CLIENT;
import static dev.latchkey.portalaccess.NextStep.SEND_LOGIN_LINK;
import static dev.latchkey.portalaccess.NextStep.SWITCH_PORTAL_ON;
import static dev.latchkey.portalaccess.NextStep.USE_NEWEST_LETTER;
import static dev.latchkey.portalaccess.NextStep.WAIT;

import java.util.List;
import java.util.Locale;

/** Where a client stands with the portal, in a sentence for the desk to say, and what to do next. */
enum Situation {
    CLIENT_ARCHIVED("The client is archived, so no login link is sent.", RESTORE_CLIENT),
    EMAIL_MISSING("The record has no e-mail, so there is nowhere to send a login link.", NextStep.ADD_EMAIL),
    ACCESS_OFF("The client's access to the portal is switched off, so no link lets them in.", ALLOW_ACCESS),
    PORTAL_OFF(
            "The clinic's portal is switched off. Who asks gets the clinic's message and no link.", SWITCH_PORTAL_ON),
    EMAIL_CHANGE_PENDING(
            "The client is to confirm a new e-mail. Until then login links go to the one on the record, if there is one.",
            CONFIRM_EMAIL,
            LOOK_IN_SPAM,
            CHECK_EMAIL),
    ADDRESS_BOUNCED(
            "A letter to this e-mail came back, so no login link is sent to it any more.",
            CHECK_EMAIL,
            CLEAR_ADDRESS_FLAG),
    REQUEST_WAITING("They have just asked for a login link. It goes out in a moment.", WAIT),
    REQUESTS_LIMITED(
            "They asked more often than a mailbox gets links. The newest letter's link counts.",
            USE_NEWEST_LETTER,
            WAIT),
    LETTERS_LIMITED("More letters were asked for than may leave, so this request got none.", WAIT, SEND_LOGIN_LINK),
    REQUEST_TOO_LATE("Their request could not be answered within a day, and got no letter.", SEND_LOGIN_LINK),
    NO_CLIENT_RECORD(
            "When they asked, no client could be let in at this e-mail, and a letter may have told them so.",
            SEND_LOGIN_LINK),
    ASKED_WHILE_OFF("They asked while the portal was off, and got no link.", SEND_LOGIN_LINK),
    REQUEST_UNANSWERED("Their request got no letter.", SEND_LOGIN_LINK),
    LETTER_WAITING("The letter with the login link waits to be sent.", WAIT),
    LETTER_DEFERRED("The mail server does not take the letter just now. It is tried again.", WAIT),
    LETTER_FAILED("The letter with the login link could not be delivered.", CHECK_EMAIL, SEND_LOGIN_LINK),
    LETTER_TOO_LATE("The mail server took no letter as long as the link was good.", ASK_MAIL_OPERATOR, SEND_LOGIN_LINK),
    LINK_SENT(
            "The mail server has taken the letter, and its link is good and not used yet.", LOOK_IN_SPAM, CHECK_EMAIL),
    LINK_EXPIRED("The link was sent, and was not followed in 15 minutes.", SEND_LOGIN_LINK, LOOK_IN_SPAM),
    LINK_REVOKED("The link opens nothing any more: the client was archived, moved or let in no more.", SEND_LOGIN_LINK),
    LINK_SUPERSEDED("A newer link was sent after this one.", USE_NEWEST_LETTER),
    SECOND_QUESTION_FAILED(
            "They followed the link, and answered the clinic's question wrong too often.",
            CHECK_BIRTH_DATE,
            SEND_LOGIN_LINK),
    SECOND_ANSWERS_USED_UP(
            "The clinic's question was answered wrong so often that no answer from this e-mail is taken for a while.",
            CHECK_BIRTH_DATE,
            WAIT),
    SECOND_QUESTION_UNANSWERED(
            "They followed the link, and did not answer the clinic's question so far.",
            CHECK_BIRTH_DATE,
            SEND_LOGIN_LINK),
    OTHER_PROFILE(
            "The link was followed, and another client of the same mailbox chosen, or none.",
            CHOOSE_PROFILE,
            SEND_LOGIN_LINK),
    SIGNED_IN("They followed the link and are signed in."),
    SIGNED_OUT("They followed the link. They are not signed in any more.", SEND_LOGIN_LINK),
    NEVER_INVITED("No login link was sent to this e-mail, and none was asked for.", SEND_LOGIN_LINK);

    private final String sentence;
    private final List<NextStep> nextSteps;

    Situation(String sentence, NextStep... nextSteps) {
        this.sentence = sentence;
        this.nextSteps = List.of(nextSteps);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String sentence() {
        return sentence;
    }

    List<NextStep> nextSteps() {
        return nextSteps;
    }
}
