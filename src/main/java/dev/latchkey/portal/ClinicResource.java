package dev.latchkey.portal;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.ChangingRecord;
import dev.latchkey.clinics.ClinicAction;
import dev.latchkey.clinics.ClinicChanges;
import dev.latchkey.clinics.ClinicView;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.PortalAddress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** The clinic's own facts, for those who run it. */
@Path("/v1/staff/clinic")
class ClinicResource {

    private final Clinics clinics;
    private final PortalAddress address;
    private final ChangingRecord record;
    private final StaffCaller caller;

    ClinicResource(Clinics clinics, PortalAddress address, ChangingRecord record, StaffCaller caller) {
        this.clinics = clinics;
        this.address = address;
        this.record = record;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.STAFF)
    public ClinicView getOwnClinic() {
        return ClinicView.of(clinics.get(caller.clinicId()), address);
    }

    @PATCH
    @RolesAllowed(Right.CLINIC)
    @Transactional
    public ClinicView changeOwnClinic(
            @RestHeader("If-Match") @Nullable String ifMatch, @Valid @NotNull ClinicChanges request) {
        var clinic = clinics.findAndLock(caller.clinicId());
        return record.change(
                ifMatch,
                caller.occurrence(ClinicAction.CLINIC_CHANGED),
                () -> ClinicView.of(clinic, address),
                () -> request.applyTo(clinic));
    }
}
