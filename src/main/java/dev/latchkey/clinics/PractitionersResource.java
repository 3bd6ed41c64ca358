package dev.latchkey.clinics;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.ChangingRecord;
import dev.latchkey.http.ETags;
import dev.latchkey.http.Responses;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.input.Line;
import dev.latchkey.input.NonNullIfPresent;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff/practitioners")
class PractitionersResource {

    private final Practitioners practitioners;
    private final Audit audit;
    private final ChangingRecord record;
    private final StaffCaller caller;
    private final Clock clock;

    PractitionersResource(
            Practitioners practitioners, Audit audit, ChangingRecord record, StaffCaller caller, Clock clock) {
        this.practitioners = practitioners;
        this.audit = audit;
        this.record = record;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public Page<PractitionerView> listPractitioners(@Valid @BeanParam Paging paging) {
        return practitioners.byName(caller, paging).map(PractitionerView::of);
    }

    @POST
    @RolesAllowed(Right.SETUP)
    @ResponseStatus(201)
    @Idempotent
    @Transactional
    public RestResponse<PractitionerView> createPractitioner(@Valid @NotNull NewPractitioner request) {
        var practitioner = new Practitioner(caller.clinicId(), request.displayName, clock.instant());
        practitioners.persist(practitioner);
        audit.record(caller.occurrence(ClinicAction.PRACTITIONER_CREATED).record(practitioner.id()));
        return Responses.created("/v1/staff/practitioners/" + practitioner.id(), PractitionerView.of(practitioner));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Right.CARE)
    public PractitionerView getPractitioner(@RestPath UUID id) {
        return PractitionerView.of(practitioners.get(caller, id));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Right.SETUP)
    @Transactional
    public PractitionerView changePractitioner(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PractitionerChanges request) {
        var practitioner = practitioners.get(caller, id);
        return record.change(
                ifMatch,
                caller.occurrence(ClinicAction.PRACTITIONER_CHANGED).record(id),
                () -> PractitionerView.of(practitioner),
                () -> request.applyTo(practitioner));
    }

    record NewPractitioner(
            @NotNull @CodePointLength(max = 200) @Line String displayName) {}

    /** What is absent stays. */
    static class PractitionerChanges {

        @NonNullIfPresent
        @CodePointLength(max = 200)
        @Line
        public @Nullable String displayName;

        void applyTo(Practitioner practitioner) {
            if (displayName != null) {
                practitioner.rename(displayName);
            }
        }
    }

    record PractitionerView(UUID id, String displayName, Instant createdAt) implements ETags.TaggedAnswer {

        static PractitionerView of(Practitioner practitioner) {
            return new PractitionerView(practitioner.id(), practitioner.displayName(), practitioner.createdAt());
        }
    }
}
