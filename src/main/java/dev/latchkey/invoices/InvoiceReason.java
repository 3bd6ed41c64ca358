package dev.latchkey.invoices;

import static dev.latchkey.kernel.Wording.conflict;
import static dev.latchkey.kernel.Wording.unknown;
import static dev.latchkey.kernel.Wording.unprocessable;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a request about invoices is refused. */
enum InvoiceReason implements Refusal.Reason {
    INVOICE_NOT_FOUND(unknown("There is no invoice with this id.")),
    INVOICE_NOT_DRAFT(conflict("Only a draft can be changed. Void this invoice and write a new one.")),
    INVOICE_NOT_OPEN(conflict("Only an open invoice takes this.")),
    INVOICE_HAS_PAYMENTS(conflict("An invoice with payments cannot be voided.")),
    TOO_MANY_PAYMENTS(conflict("An invoice takes a thousand payments, and this one has them.")),
    CURRENCY_MISMATCH(unprocessable("This is not the clinic's currency.")),
    AMOUNT_PRECISION(unprocessable("An amount has more decimals than its currency.")),
    DUE_BEFORE_ISSUE(unprocessable("The invoice would be due before it is issued. Change one of the dates.")),
    ISSUED_IN_FUTURE(unprocessable("An invoice cannot be issued in the future. Choose today or earlier.")),
    INVOICE_TOO_LARGE(unprocessable("The invoice comes to a trillion or more. Write several smaller ones.")),
    PAID_IN_FUTURE(unprocessable("A payment is recorded once it is made. Choose today or earlier.")),
    PAYMENT_EXCEEDS_OUTSTANDING(unprocessable("This payment is more than is outstanding."));

    private final Wording wording;

    InvoiceReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
