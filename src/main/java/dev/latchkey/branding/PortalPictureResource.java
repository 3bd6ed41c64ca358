package dev.latchkey.branding;

import dev.latchkey.clinics.Clinics;
import dev.latchkey.http.ETags;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** The same pictures, for anyone who comes to the portal. */
@Path("/v1/portals/{slug}/locations/{id}/pictures/{kind}")
class PortalPictureResource {

    private static final String ASK_AGAIN = "no-cache";

    private final Clinics clinics;
    private final LocationPictures pictures;

    PortalPictureResource(Clinics clinics, LocationPictures pictures) {
        this.clinics = clinics;
        this.pictures = pictures;
    }

    /** Says no type beforehand: of two, RESTEasy Reactive would write the bytes as a text. */
    @GET
    @PermitAll
    public RestResponse<byte[]> getLocationPicture(
            @RestPath String slug,
            @RestPath UUID id,
            @RestPath String kind,
            @RestHeader("If-None-Match") @Nullable String ifNoneMatch) {
        var wanted = PictureKind.of(kind);
        var clinicId = clinics.idBySlug(slug);
        var tag = pictures.findHash(clinicId, id, wanted)
                .map(ETags::ofHash)
                .orElseThrow(BrandingReason.PICTURE_NOT_FOUND::refusal);
        if (ifNoneMatch != null && ETags.matches(ifNoneMatch, tag)) {
            return ResponseBuilder.<byte[]>create(Status.NOT_MODIFIED)
                    .header(HttpHeaders.ETAG, tag)
                    .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
                    .build();
        }
        return pictures.find(clinicId, id, wanted)
                .map(picture -> shown(picture, wanted))
                .orElseThrow(BrandingReason.PICTURE_NOT_FOUND::refusal);
    }

    /** With the tag of these bytes, for another may have come meanwhile. */
    private static RestResponse<byte[]> shown(Picture picture, PictureKind kind) {
        var ending = picture.mediaType().substring("image/".length());
        return ResponseBuilder.ok(picture.bytes())
                .type(picture.mediaType())
                .header(HttpHeaders.ETAG, ETags.of(picture.bytes()))
                .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + kind.code() + '.' + ending + '"')
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }
}
