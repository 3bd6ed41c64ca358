package dev.latchkey.audit;

/** What was too much, as the audit trail has it. */
public enum LimitAction implements AuditAction {
    /** Refused, because it was too much. */
    LIMITED
}
