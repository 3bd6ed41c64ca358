package dev.latchkey.invoices;

import dev.latchkey.kernel.Refusal;

/** Why the invoices say no. */
enum InvoiceReason implements Refusal.Reason {
    INVOICE_NOT_FOUND(Refusal.Kind.UNKNOWN, "There is no invoice with this id."),
    INVOICE_NOT_DRAFT(Refusal.Kind.CONFLICT, "Only a draft can be changed. Void this invoice and write a new one."),
    INVOICE_NOT_OPEN(Refusal.Kind.CONFLICT, "Only an open invoice takes this."),
    INVOICE_HAS_PAYMENTS(Refusal.Kind.CONFLICT, "An invoice with payments cannot be voided."),
    CURRENCY_MISMATCH(Refusal.Kind.UNPROCESSABLE, "This is not the clinic's currency."),
    AMOUNT_PRECISION(Refusal.Kind.UNPROCESSABLE, "An amount has more decimals than its currency."),
    DUE_BEFORE_ISSUE(
            Refusal.Kind.UNPROCESSABLE, "The invoice would be due before it is issued. Change one of the dates."),
    ISSUED_IN_FUTURE(Refusal.Kind.UNPROCESSABLE, "An invoice cannot be issued in the future. Choose today or earlier."),
    INVOICE_TOO_LARGE(
            Refusal.Kind.UNPROCESSABLE, "The invoice comes to ten million or more. Write several smaller ones."),
    PAID_IN_FUTURE(Refusal.Kind.UNPROCESSABLE, "A payment is recorded once it is made. Choose today or earlier."),
    PAYMENT_EXCEEDS_OUTSTANDING(Refusal.Kind.UNPROCESSABLE, "This payment is more than is outstanding.");

    private final Refusal.Kind kind;
    private final String sentence;

    InvoiceReason(Refusal.Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
