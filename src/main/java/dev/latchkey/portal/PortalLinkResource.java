package dev.latchkey.portal;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clinics.Clinic;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.PortalAddress;
import dev.latchkey.http.Responses;
import dev.latchkey.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/staff/portal-link")
class PortalLinkResource {

    private final RotatingPortalLink rotating;
    private final Clinics clinics;
    private final RetiredSlugs retired;
    private final PortalAddress address;
    private final Audit audit;
    private final StaffCaller caller;

    PortalLinkResource(
            RotatingPortalLink rotating,
            Clinics clinics,
            RetiredSlugs retired,
            PortalAddress address,
            Audit audit,
            StaffCaller caller) {
        this.rotating = rotating;
        this.clinics = clinics;
        this.retired = retired;
        this.address = address;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public PortalLinkView getPortalLink() {
        return view(clinics.get(caller.clinicId()));
    }

    @POST
    @Path("/rotations")
    @RolesAllowed(Right.CLINIC)
    @ResponseStatus(201)
    @Idempotent
    @Transactional
    public RestResponse<PortalLinkView> rotatePortalLink(@Valid @NotNull PortalLinkRotation request) {
        var clinic = rotating.rotate(caller, request.slug, request.former);
        return Responses.created("/v1/staff/portal-link", view(clinic));
    }

    @DELETE
    @Path("/former-slugs/{formerSlug}")
    @RolesAllowed(Right.CLINIC)
    @Transactional
    public void stopRedirect(@RestPath String formerSlug) {
        clinics.lock(caller.clinicId());
        var former = retired.get(caller, formerSlug);
        if (former.isRedirecting()) {
            former.stopRedirect();
            clinics.forgetAddress(former.slug());
            audit.record(caller.occurrence(PortalAction.PORTAL_REDIRECT_STOPPED));
        }
    }

    private PortalLinkView view(Clinic clinic) {
        return PortalLinkView.of(clinic, address, retired.newestFirst(caller));
    }

    record PortalLinkRotation(
            @NotNull @Pattern(regexp = Clinic.NEW_SLUG, message = Clinic.NEW_SLUG_FORM)
            String slug,

            @NotNull FormerLink former) {}
}
