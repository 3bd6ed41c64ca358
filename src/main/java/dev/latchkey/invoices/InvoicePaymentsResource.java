package dev.latchkey.invoices;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.http.Responses;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.input.MoneyView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What was paid on an invoice. A payment has no address of its own: the answer is the invoice as it then stands. */
@Path("/v1/staff/invoices/{id}/payments")
class InvoicePaymentsResource {

    private final RecordingPayment recording;
    private final ClinicDate clinicDate;
    private final StaffCaller caller;

    InvoicePaymentsResource(RecordingPayment recording, ClinicDate clinicDate, StaffCaller caller) {
        this.recording = recording;
        this.clinicDate = clinicDate;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Right.BILLING)
    @ResponseStatus(201)
    @Idempotent
    @Transactional
    public RestResponse<StaffInvoiceView> recordPayment(@RestPath UUID id, @Valid @NotNull NewPayment payment) {
        var invoice = recording.record(caller, id, payment.stated(), payment.method, payment.paidOn);
        return Responses.created(
                "/v1/staff/invoices/" + id, StaffInvoiceView.of(invoice, clinicDate.today(caller.clinicId())));
    }

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
