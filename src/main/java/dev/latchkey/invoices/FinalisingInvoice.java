package dev.latchkey.invoices;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
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
    private final ClinicDate clinicDate;
    private final Audit audit;

    FinalisingInvoice(Invoices invoices, InvoiceNumbers numbers, ClinicDate clinicDate, Audit audit) {
        this.invoices = invoices;
        this.numbers = numbers;
        this.clinicDate = clinicDate;
        this.audit = audit;
    }

    /** Issued today, unless it says otherwise. */
    @Transactional
    Invoice finalise(StaffCaller caller, UUID id, @Nullable LocalDate issuedOn) {
        var invoice = invoices.locked(caller, id);
        var day = clinicDate.today(caller.clinicId());
        invoice.finalise(numbers.next(caller.clinicId()), issuedOn == null ? day : issuedOn, day);
        audit.record(caller.occurrence(InvoiceAction.INVOICE_FINALISED)
                .client(invoice.clientId())
                .record(id));
        return invoice;
    }
}
