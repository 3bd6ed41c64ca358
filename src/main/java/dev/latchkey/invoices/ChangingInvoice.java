package dev.latchkey.invoices;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.http.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes a draft that the caller has seen as it is, or takes an open invoice back; each is on record. */
@ApplicationScoped
class ChangingInvoice {

    private final Invoices invoices;
    private final ETags etags;
    private final Audit audit;
    private final Clock clock;

    ChangingInvoice(Invoices invoices, ETags etags, Audit audit, Clock clock) {
        this.invoices = invoices;
        this.etags = etags;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    StaffInvoiceView change(
            StaffCaller caller,
            UUID id,
            @Nullable String ifMatch,
            Consumer<Invoice> change,
            Function<Invoice, StaffInvoiceView> view) {
        var invoice = invoices.locked(caller, id);
        var before = view.apply(invoice);
        etags.require(ifMatch, before);
        change.accept(invoice);
        var after = view.apply(invoice);
        audit.recordChange(noted(InvoiceAction.INVOICE_CHANGED, caller, invoice), before, after);
        return after;
    }

    @Transactional
    Invoice makeVoid(StaffCaller caller, UUID id) {
        var invoice = invoices.locked(caller, id);
        invoice.makeVoid(clock.instant());
        audit.record(noted(InvoiceAction.INVOICE_VOIDED, caller, invoice));
        return invoice;
    }

    private static AuditEntry noted(AuditAction act, StaffCaller caller, Invoice invoice) {
        return caller.occurrence(act).client(invoice.clientId()).record(invoice.id());
    }
}
