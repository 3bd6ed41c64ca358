package dev.latchkey.branding;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clinics.Locations;
import dev.latchkey.forms.FormParts;
import dev.latchkey.input.InvalidRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** What a location shows of itself. A picture takes the place of another as a whole, so there is no state that a caller must have seen. */
@Path("/v1/staff/locations/{id}/pictures/{kind}")
class LocationPictureResource {

    private static final int LARGEST_SENT = 2 * 1024 * 1024; // bytes

    private final PuttingPicture putting;
    private final ReencodingPicture reencoding;
    private final Locations locations;
    private final LocationPictures pictures;
    private final Audit audit;
    private final StaffCaller caller;

    LocationPictureResource(
            PuttingPicture putting,
            ReencodingPicture reencoding,
            Locations locations,
            LocationPictures pictures,
            Audit audit,
            StaffCaller caller) {
        this.putting = putting;
        this.reencoding = reencoding;
        this.locations = locations;
        this.pictures = pictures;
        this.audit = audit;
        this.caller = caller;
    }

    @PUT
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Right.CLINIC)
    public void putLocationPicture(@RestPath UUID id, @RestPath String kind, @RestForm @Nullable FileUpload file) {
        FormParts.require("file");
        if (file == null) {
            throw new InvalidRequest("/file", "missing", "Send the picture as a part of that name.");
        }
        var wanted = PictureKind.of(kind);
        if (file.size() > LARGEST_SENT) {
            throw BrandingReason.PICTURE_TOO_LARGE.refusal();
        }
        putting.requirePossible(caller, id);
        var picture = reencoding.reencode(file.filePath(), wanted);
        putting.requireStillPossible(caller);
        putting.put(caller, id, wanted, picture);
    }

    /** One that is not there is as well taken away. */
    @DELETE
    @RolesAllowed(Right.CLINIC)
    @Transactional
    public void deleteLocationPicture(@RestPath UUID id, @RestPath String kind) {
        var unwanted = PictureKind.of(kind);
        locations.require(caller, id);
        if (pictures.remove(caller, id, unwanted)) {
            audit.record(
                    caller.occurrence(BrandingAction.LOCATION_PICTURE_REMOVED).record(id));
        }
    }
}
