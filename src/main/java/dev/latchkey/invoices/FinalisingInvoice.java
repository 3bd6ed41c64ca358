package dev.latchkey.invoices;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditedAct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a draft its number and opens it, both or neither. */
@ApplicationScoped
class FinalisingInvoice {

    private final Invoices invoices;
    private final InvoiceNumbers numbers;
    private final Today today;
    private final Audit audit;

    FinalisingInvoice(Invoices invoices, InvoiceNumbers numbers, Today today, Audit audit) {
        this.invoices = invoices;
        this.numbers = numbers;
        this.today = today;
        this.audit = audit;
    }

    /** Issued today, unless it says otherwise. */
    @Transactional
    Invoice of(StaffCaller caller, UUID id, @Nullable LocalDate issuedOn) {
        var invoice = invoices.locked(caller, id);
        var day = today.at(caller.clinicId());
        invoice.finalise(numbers.next(caller.clinicId()), issuedOn == null ? day : issuedOn, day);
        audit.record(caller.occurrence(AuditedAct.INVOICE_FINALISED)
                .client(invoice.clientId())
                .record(id));
        return invoice;
    }
}
