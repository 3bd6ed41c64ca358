package dev.latchkey.invoices;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores a payment and takes it off what is outstanding, both or neither; payments of one invoice come one after the other. */
@ApplicationScoped
class RecordingPayment {

    private final Invoices invoices;
    private final ClinicDate clinicDate;
    private final Audit audit;
    private final Clock clock;

    RecordingPayment(Invoices invoices, ClinicDate clinicDate, Audit audit, Clock clock) {
        this.invoices = invoices;
        this.clinicDate = clinicDate;
        this.audit = audit;
        this.clock = clock;
    }

    /** Paid today, unless it says otherwise. */
    @Transactional
    Invoice record(StaffCaller caller, UUID id, StatedAmount stated, PaymentMethod method, @Nullable LocalDate paidOn) {
        var invoice = invoices.locked(caller, id);
        var day = clinicDate.today(caller.clinicId());
        var amount = stated.toMoney(invoice.account().unit());
        invoice.receive(new Payment(invoice, amount, method, paidOn == null ? day : paidOn, day, clock.instant()));
        audit.record(caller.occurrence(InvoiceAction.INVOICE_PAID)
                .client(invoice.clientId())
                .record(id));
        return invoice;
    }
}
