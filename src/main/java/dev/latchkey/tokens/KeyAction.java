package dev.latchkey.tokens;

import dev.latchkey.audit.AuditAction;

/** What happens to signing keys, as the audit trail has it. */
enum KeyAction implements AuditAction {
    /** A key was made that signs access tokens from now on, or from a day later. */
    KEY_ROTATED
}
