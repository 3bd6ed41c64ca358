package dev.latchkey.login;

import dev.latchkey.audit.AuditAction;

/** How clients come in, as the audit trail has it. */
public enum LoginAction implements AuditAction {
    LOGIN_LINK_REJECTED,
    /** Rejected, because it had been redeemed before. */
    LOGIN_LINK_REPLAYED,
    PROFILES_LISTED,
    PROFILE_CHOSEN,
    PROFILE_REJECTED,
    PROFILE_SWITCHED,
    /** Of the one profile there is; where there are several, they are listed, and the question comes with the choice. */
    SECOND_QUESTION_ASKED,
    SECOND_ANSWER_WRONG,
    /** The last wrong answer, which ended the choice. */
    SECOND_QUESTION_FAILED
}
