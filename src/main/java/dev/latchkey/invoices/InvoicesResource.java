package dev.latchkey.invoices;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.PortalSections.Section;
import dev.latchkey.access.Right;
import dev.latchkey.http.ETags;
import dev.latchkey.input.MoneyView;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.invoices.Invoices.InvoiceFilter;
import dev.latchkey.profile.InSection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/invoices")
@InSection(Section.INVOICES)
class InvoicesResource {

    private final Invoices invoices;
    private final ClinicDate clinicDate;
    private final ClientCaller caller;

    InvoicesResource(Invoices invoices, ClinicDate clinicDate, ClientCaller caller) {
        this.invoices = invoices;
        this.clinicDate = clinicDate;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CLIENT)
    public Page<InvoiceSummaryView> listInvoices(
            @RestQuery @Pattern(regexp = "open|paid|void") @Nullable String status,
            @RestQuery @Pattern(regexp = "true|false") @Nullable String overdue,
            @Valid @BeanParam Paging paging) {
        var day = clinicDate.today(caller.clinicId());
        var found = invoices.newestFirst(caller, new InvoiceFilter(status, overdue, day), paging);
        return found.map(invoice -> InvoiceSummaryView.of(invoice, day));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Right.CLIENT)
    public InvoiceView getInvoice(@RestPath UUID id) {
        return InvoiceView.of(invoices.get(caller, id), clinicDate.today(caller.clinicId()));
    }

    record InvoiceSummaryView(
            UUID id,
            String number,
            LocalDate issuedOn,
            LocalDate dueOn,
            InvoiceStatus status,
            boolean overdue,
            MoneyView total,
            MoneyView outstanding) {

        static InvoiceSummaryView of(Invoice invoice, LocalDate today) {
            return new InvoiceSummaryView(
                    invoice.id(),
                    Objects.requireNonNull(invoice.numberInWords()),
                    Objects.requireNonNull(invoice.issuedOn()),
                    invoice.dueOn(),
                    invoice.status(),
                    invoice.isOverdue(today),
                    MoneyView.of(invoice.account().money(invoice.account().total())),
                    MoneyView.of(invoice.outstanding()));
        }
    }

    record InvoiceView(
            @JsonUnwrapped InvoiceSummaryView summary,
            @JsonUnwrapped InvoiceDetailsView details) implements ETags.TaggedAnswer {

        static InvoiceView of(Invoice invoice, LocalDate today) {
            return new InvoiceView(InvoiceSummaryView.of(invoice, today), InvoiceDetailsView.of(invoice));
        }
    }
}
