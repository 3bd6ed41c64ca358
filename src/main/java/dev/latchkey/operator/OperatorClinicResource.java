package dev.latchkey.operator;

import dev.latchkey.access.Right;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.PortalAddress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/operator/clinics/{id}")
class OperatorClinicResource {

    private final Clinics clinics;
    private final PortalAddress address;

    OperatorClinicResource(Clinics clinics, PortalAddress address) {
        this.clinics = clinics;
        this.address = address;
    }

    @GET
    @RolesAllowed(Right.OPERATOR)
    public ClinicView getClinic(@RestPath UUID id) {
        return ClinicView.of(clinics.get(id), address);
    }
}
