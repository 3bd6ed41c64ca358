package dev.latchkey.invoices;

import dev.latchkey.audit.AuditAction;

/** What is done with invoices, as the audit trail has it. */
enum InvoiceAction implements AuditAction {
    INVOICE_CREATED,
    /** Those of one client. */
    INVOICES_LISTED,
    INVOICE_READ,
    INVOICE_CHANGED,
    INVOICE_FINALISED,
    INVOICE_PAID,
    INVOICE_VOIDED
}
