package dev.latchkey.operator;

import dev.latchkey.access.Right;
import dev.latchkey.clinics.Clinic;
import dev.latchkey.clinics.ClinicView;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.PortalAddress;
import dev.latchkey.clinics.TimeZoneId;
import dev.latchkey.http.Responses;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.input.Line;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.kernel.CurrencyUnit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/operator/clinics")
class OperatorClinicsResource {

    private final OpeningClinic opening;
    private final Clinics clinics;
    private final PortalAddress address;
    private final Clock clock;

    OperatorClinicsResource(OpeningClinic opening, Clinics clinics, PortalAddress address, Clock clock) {
        this.opening = opening;
        this.clinics = clinics;
        this.address = address;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Right.OPERATOR)
    @ResponseStatus(201)
    @Idempotent
    @Transactional
    public RestResponse<ClinicView> createClinic(@Valid @NotNull NewClinic request) {
        var owner = request.owner;
        var clinic = opening.open(request.clinic(clock.instant()), owner.displayName(), owner.address());
        return Responses.created("/v1/operator/clinics/" + clinic.id(), ClinicView.of(clinic, address));
    }

    @GET
    @RolesAllowed(Right.OPERATOR)
    public Page<ClinicView> listClinics(@Valid @BeanParam Paging paging) {
        return clinics.newestFirst(paging).map(clinic -> ClinicView.of(clinic, address));
    }

    record NewClinic(
            @NotNull @CodePointLength(max = 200) @Line String name,

            @NotNull @Pattern(regexp = Clinic.NEW_SLUG, message = Clinic.NEW_SLUG_FORM)
            String slug,

            @NotNull @TimeZoneId String timeZone,
            @NotNull @CurrencyCode String currency,

            @CodePointLength(max = 500) @Pattern(regexp = "https://[!-~]+") @Nullable
            String bookingUrl,

            @NotNull @Valid NewOwner owner) {

        Clinic clinic(Instant now) {
            return new Clinic(slug, name, timeZone, CurrencyUnit.of(currency), bookingUrl, now);
        }
    }
}
