package dev.latchkey.invoices;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How a draft becomes an invoice that the client sees and owes. */
@Path("/v1/staff/invoices/{id}/finalisation")
class InvoiceFinalisationResource {

    private final FinalisingInvoice finalising;
    private final ClinicDate clinicDate;
    private final StaffCaller caller;

    InvoiceFinalisationResource(FinalisingInvoice finalising, ClinicDate clinicDate, StaffCaller caller) {
        this.finalising = finalising;
        this.clinicDate = clinicDate;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Right.BILLING)
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON) // also of a request without a body, which has no type
    public RestResponse<StaffInvoiceView> finaliseInvoice(@RestPath UUID id, @Valid @Nullable Finalisation request) {
        var invoice = finalising.finalise(caller, id, request == null ? null : request.issuedOn);
        return RestResponse.ok(StaffInvoiceView.of(invoice, clinicDate.today(caller.clinicId())));
    }

    record Finalisation(@BillingDate @Nullable LocalDate issuedOn) {}
}
