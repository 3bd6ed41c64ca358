package dev.latchkey.operator;

import dev.latchkey.access.Right;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEntry;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/operator/clinics/{id}")
class OperatorClinicResource {

    private final Clinics clinics;
    private final PortalAddress address;
    private final ChangingRecord record;

    OperatorClinicResource(Clinics clinics, PortalAddress address, ChangingRecord record) {
        this.clinics = clinics;
        this.address = address;
        this.record = record;
    }

    @GET
    @RolesAllowed(Right.OPERATOR)
    public ClinicView getClinic(@RestPath UUID id) {
        return ClinicView.of(clinics.get(id), address);
    }

    @PATCH
    @RolesAllowed(Right.OPERATOR)
    @Transactional
    public ClinicView changeClinic(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ClinicChanges request) {
        var clinic = clinics.findAndLock(clinics.get(id).id());
        return record.change(
                ifMatch,
                AuditEntry.of(ClinicAction.CLINIC_CHANGED, Actor.operator(), id),
                () -> ClinicView.of(clinic, address),
                () -> request.applyTo(clinic));
    }
}
