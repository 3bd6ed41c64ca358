package dev.latchkey.portalaccess;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the desk, or the client, can do now. */
enum NextStep {
    RESTORE_CLIENT,
    ADD_EMAIL,
    /** Read it back to the client. */
    CHECK_EMAIL,
    /** If the address is right, and its mailbox takes letters again. */
    CLEAR_ADDRESS_FLAG,
    /** Let the client tell it, and compare it with the record. */
    CHECK_BIRTH_DATE,
    /** Let the client follow the link in the letter that went to the new e-mail. */
    CONFIRM_EMAIL,
    ALLOW_ACCESS,
    SWITCH_PORTAL_ON,
    SEND_LOGIN_LINK,
    USE_NEWEST_LETTER,
    LOOK_IN_SPAM,
    /** Who shares a mailbox chooses after the link. */
    CHOOSE_PROFILE,
    WAIT,
    ASK_MAIL_OPERATOR;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
