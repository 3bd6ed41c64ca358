package dev.latchkey.letters;

import dev.latchkey.audit.AuditAction;

/** What is done with a clinic's letters, as the audit trail has it. */
enum LetterSettingsAction implements AuditAction {
    LETTER_SETTINGS_CHANGED
}
