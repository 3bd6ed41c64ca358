package dev.latchkey.portal;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.PortalAddress;
import dev.latchkey.http.ETags;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** The portal link as a picture, for cards and posters. */
@Path("/v1/staff/portal-link")
class PortalLinkQrResource {

    private final Clinics clinics;
    private final PortalAddress address;
    private final StaffCaller caller;

    PortalLinkQrResource(Clinics clinics, PortalAddress address, StaffCaller caller) {
        this.clinics = clinics;
        this.address = address;
        this.caller = caller;
    }

    @GET
    @Path("/qr.svg")
    @RolesAllowed(Right.CARE)
    @Produces("image/svg+xml")
    public RestResponse<byte[]> getPortalLinkQrSvg(@RestHeader("If-None-Match") @Nullable String ifNoneMatch) {
        return picture(qrCode().toSvg(), "svg", ifNoneMatch);
    }

    @GET
    @Path("/qr.png")
    @RolesAllowed(Right.CARE)
    @Produces("image/png")
    public RestResponse<byte[]> getPortalLinkQrPng(@RestHeader("If-None-Match") @Nullable String ifNoneMatch) {
        return picture(qrCode().toPng(), "png", ifNoneMatch);
    }

    private QrCode qrCode() {
        return QrCode.of(address.urlOf(clinics.get(caller.clinicId())));
    }

    private static RestResponse<byte[]> picture(byte[] bytes, String kind, @Nullable String ifNoneMatch) {
        var tag = ETags.of(bytes);
        var answer = ifNoneMatch != null && ETags.matches(ifNoneMatch, tag)
                ? ResponseBuilder.<byte[]>create(Status.NOT_MODIFIED)
                : ResponseBuilder.ok(bytes)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"portal-link." + kind + '"');
        return answer.header(HttpHeaders.ETAG, tag).build();
    }
}
