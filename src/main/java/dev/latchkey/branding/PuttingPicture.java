package dev.latchkey.branding;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.access.StandingSessions;
import dev.latchkey.audit.Audit;
import dev.latchkey.clinics.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Gives a location a picture, in the place of the one before. No transaction waits while it arrives and is read. */
@ApplicationScoped
class PuttingPicture {

    private final Locations locations;
    private final StandingSessions standing;
    private final LocationPictures pictures;
    private final Audit audit;
    private final Clock clock;

    PuttingPicture(
            Locations locations, StandingSessions standing, LocationPictures pictures, Audit audit, Clock clock) {
        this.locations = locations;
        this.standing = standing;
        this.pictures = pictures;
        this.audit = audit;
        this.clock = clock;
    }

    /** In a transaction of its own, whose end gives the connection back. */
    @Transactional
    void requirePossible(StaffCaller caller, UUID locationId) {
        locations.require(caller, locationId);
    }

    /** Once it has arrived, which may take twenty minutes, and was read. */
    void requireStillPossible(StaffCaller caller) {
        standing.requireRight(caller, Right.CLINIC);
    }

    @Transactional
    void put(StaffCaller caller, UUID locationId, PictureKind kind, Picture picture) {
        locations.require(caller, locationId);
        pictures.put(caller, locationId, kind, picture, clock.instant());
        audit.record(caller.occurrence(BrandingAction.LOCATION_PICTURE_CHANGED).record(locationId));
    }
}
