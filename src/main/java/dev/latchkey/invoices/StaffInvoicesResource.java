package dev.latchkey.invoices;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.http.Responses;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.input.MoneyView;
import dev.latchkey.input.NonNullIfPresent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What staff do with one invoice. Each change is one transaction with its answer, which reads lines and payments as they then are. */
@Path("/v1/staff/invoices/{id}")
class StaffInvoicesResource {

    private final Invoices invoices;
    private final FinalisingInvoice finalising;
    private final RecordingPayment recording;
    private final ChangingInvoice changing;
    private final Audit audit;
    private final ClinicDate clinicDate;
    private final StaffCaller caller;

    StaffInvoicesResource(
            Invoices invoices,
            FinalisingInvoice finalising,
            RecordingPayment recording,
            ChangingInvoice changing,
            Audit audit,
            ClinicDate clinicDate,
            StaffCaller caller) {
        this.invoices = invoices;
        this.finalising = finalising;
        this.recording = recording;
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
    @Path("/finalisation")
    @RolesAllowed(Right.BILLING)
    @Idempotent
    @Transactional
    public RestResponse<StaffInvoiceView> finaliseInvoice(@RestPath UUID id, @Valid @NotNull Finalisation request) {
        return RestResponse.ok(view(finalising.finalise(caller, id, request.issuedOn)));
    }

    @POST
    @Path("/payments")
    @RolesAllowed(Right.BILLING)
    @ResponseStatus(201)
    @Idempotent
    @Transactional
    public RestResponse<StaffInvoiceView> recordPayment(@RestPath UUID id, @Valid @NotNull NewPayment payment) {
        var invoice = recording.record(caller, id, payment.stated(), payment.method, payment.paidOn);
        return Responses.created("/v1/staff/invoices/" + id, view(invoice));
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

    record Finalisation(@BillingDate @Nullable LocalDate issuedOn) {}

    record NewPayment(
            @NotNull @Valid MoneyAboveZero amount,
            @NotNull PaymentMethod method,
            @BillingDate @Nullable LocalDate paidOn) {

        StatedAmount stated() {
            return new StatedAmount(new BigDecimal(amount.amount), amount.currency);
        }
    }

    record MoneyAboveZero(
            @NotNull @Pattern(regexp = "(?![0.]+$)" + MoneyView.AMOUNT)
            String amount,

            @NotNull @Pattern(regexp = MoneyView.CURRENCY) String currency) {}
}
