package dev.latchkey.portal;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.PortalAddress;
import dev.latchkey.http.ETags;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/v1/staff/portal-link")
class PortalLinkResource {

    private final Clinics clinics;
    private final PortalAddress address;
    private final StaffCaller caller;

    PortalLinkResource(Clinics clinics, PortalAddress address, StaffCaller caller) {
        this.clinics = clinics;
        this.address = address;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public PortalLinkView getPortalLink() {
        var clinic = clinics.get(caller.clinicId());
        return new PortalLinkView(clinic.slug(), address.urlOf(clinic));
    }

    record PortalLinkView(String slug, String url) implements ETags.TaggedAnswer {}
}
