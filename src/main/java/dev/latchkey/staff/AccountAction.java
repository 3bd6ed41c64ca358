package dev.latchkey.staff;

import dev.latchkey.audit.AuditAction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to what a member signs in with, as the audit trail has it, and what they are told of it by letter. */
public enum AccountAction implements AuditAction {
    STAFF_SIGN_IN_FAILED,
    PASSWORD_CHANGED(AccountNotice.PASSWORD_CHANGED),
    /** A signed-in member was asked for it once more. */
    PASSWORD_REJECTED,
    PASSWORD_RESET_SENT,
    PASSWORD_RESET_USED(AccountNotice.PASSWORD_CHANGED),
    SECOND_FACTOR_ENROLLED(AccountNotice.SECOND_FACTOR_ENROLLED),
    SECOND_FACTOR_REMOVED(AccountNotice.SECOND_FACTOR_REMOVED),
    /** A code of the app, or a recovery code. */
    SECOND_FACTOR_REJECTED,
    RECOVERY_CODES_RENEWED(AccountNotice.RECOVERY_CODES_RENEWED),
    /** Of the clinic. The owner who changed them is told. */
    SECURITY_SETTINGS_CHANGED(AccountNotice.SECURITY_SETTINGS_CHANGED);

    private final @Nullable AccountNotice notice;

    AccountAction() {
        this(null);
    }

    AccountAction(@Nullable AccountNotice notice) {
        this.notice = notice;
    }

    Optional<AccountNotice> notice() {
        return Optional.ofNullable(notice);
    }
}
