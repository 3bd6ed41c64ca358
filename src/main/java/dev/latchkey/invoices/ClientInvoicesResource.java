package dev.latchkey.invoices;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clients.Clients;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.http.Responses;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.invoices.Invoices.InvoiceFilter;
import dev.latchkey.invoices.StaffInvoiceView.StaffInvoiceSummaryView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff/clients/{id}/invoices")
class ClientInvoicesResource {

    private final Invoices invoices;
    private final Clients clients;
    private final Clinics clinics;
    private final ClinicDate clinicDate;
    private final Audit audit;
    private final StaffCaller caller;
    private final Clock clock;

    ClientInvoicesResource(
            Invoices invoices,
            Clients clients,
            Clinics clinics,
            ClinicDate clinicDate,
            Audit audit,
            StaffCaller caller,
            Clock clock) {
        this.invoices = invoices;
        this.clients = clients;
        this.clinics = clinics;
        this.clinicDate = clinicDate;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** For archived clients too: who left still owes. */
    @POST
    @RolesAllowed(Right.BILLING)
    @ResponseStatus(201)
    @Idempotent
    @Transactional
    public RestResponse<StaffInvoiceView> createInvoice(@RestPath UUID id, @Valid @NotNull NewInvoice request) {
        var client = clients.getToAddTo(caller, id);
        var clinic = clinics.get(caller.clinicId());
        var invoice = new Invoice(clinic.id(), client.id(), clinic.currency(), request.dueOn, clock.instant());
        invoice.charge(NewInvoiceLine.toLines(invoice, request.lines));
        invoices.persist(invoice);
        audit.record(caller.occurrence(InvoiceAction.INVOICE_CREATED).client(id).record(invoice.id()));
        return Responses.created(
                "/v1/staff/invoices/" + invoice.id(), StaffInvoiceView.of(invoice, clinicDate.today(clinic.id())));
    }

    @GET
    @RolesAllowed(Right.BILLING)
    public Page<StaffInvoiceSummaryView> listClientInvoices(
            @RestPath UUID id,
            @RestQuery @Pattern(regexp = "draft|open|paid|void") @Nullable String status,
            @RestQuery @Pattern(regexp = "true|false") @Nullable String overdue,
            @Valid @BeanParam Paging paging) {
        var client = clients.get(caller, id);
        var day = clinicDate.today(caller.clinicId());
        var found = invoices.newestFirst(caller, client.id(), new InvoiceFilter(status, overdue, day), paging);
        audit.recordRead(caller.occurrence(InvoiceAction.INVOICES_LISTED).client(id));
        return found.map(invoice -> StaffInvoiceSummaryView.of(invoice, day));
    }

    record NewInvoice(
            @NotNull @BillingDate LocalDate dueOn,
            @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid NewInvoiceLine> lines) {}
}
