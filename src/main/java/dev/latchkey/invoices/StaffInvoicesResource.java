package dev.latchkey.invoices;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.input.NonNullIfPresent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One invoice, as staff handle it. Each change is one transaction with its answer, which reads lines and payments as they then are. */
@Path("/v1/staff/invoices/{id}")
class StaffInvoicesResource {

    private final Invoices invoices;
    private final ChangingInvoice changing;
    private final Audit audit;
    private final ClinicDate clinicDate;
    private final StaffCaller caller;

    StaffInvoicesResource(
            Invoices invoices, ChangingInvoice changing, Audit audit, ClinicDate clinicDate, StaffCaller caller) {
        this.invoices = invoices;
        this.changing = changing;
        this.audit = audit;
        this.clinicDate = clinicDate;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.BILLING)
    public StaffInvoiceView getStaffInvoice(@RestPath UUID id) {
        var invoice = invoices.get(caller, id);
        audit.recordRead(caller.occurrence(InvoiceAction.INVOICE_READ)
                .client(invoice.clientId())
                .record(id));
        return view(invoice);
    }

    @PATCH
    @RolesAllowed(Right.BILLING)
    @Transactional
    public StaffInvoiceView changeInvoice(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull InvoiceChanges request) {
        return changing.change(caller, id, ifMatch, request::applyTo, this::view);
    }

    @POST
    @Path("/void")
    @RolesAllowed(Right.BILLING)
    @Idempotent
    @Transactional
    public RestResponse<StaffInvoiceView> voidInvoice(@RestPath UUID id) {
        return RestResponse.ok(view(changing.makeVoid(caller, id)));
    }

    private StaffInvoiceView view(Invoice invoice) {
        return StaffInvoiceView.of(invoice, clinicDate.today(caller.clinicId()));
    }

    /** What is absent stays; lines replace all lines. */
    static class InvoiceChanges {

        @NonNullIfPresent
        @BillingDate
        public @Nullable LocalDate dueOn;

        @NonNullIfPresent
        @Size(min = 1, max = 100)
        public @Nullable List<@NotNull @Valid NewInvoiceLine> lines;

        void applyTo(Invoice invoice) {
            invoice.requireDraft();
            if (dueOn != null) {
                invoice.fallDueOn(dueOn);
            }
            if (lines != null) {
                invoice.charge(NewInvoiceLine.toLines(invoice, lines));
            }
        }
    }
}
