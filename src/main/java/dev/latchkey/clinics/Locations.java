package dev.latchkey.clinics;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Keyset;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The locations of all clinics; every question says of which clinic. */
@ApplicationScoped
public class Locations implements PanacheRepositoryBase<Location, UUID> {

    private static final Keyset<Location> BY_NAME =
            Keyset.<Location>ascending().text("name", Location::name).key("id", Location::id, Cursor::id);

    /** Whether the caller's own clinic has it; another's is as unknown as none. */
    public boolean has(StaffCaller caller, UUID id) {
        return count("clinicId = ?1 and id = ?2", caller.clinicId(), id) == 1;
    }

    Location get(StaffCaller caller, UUID id) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), id)
                .firstResultOptional()
                .orElseThrow(ClinicReason.LOCATION_NOT_FOUND::refusal);
    }

    Page<Location> byName(StaffCaller caller, Paging paging) {
        return BY_NAME.page(this, paging, "clinicId = ?1", caller.clinicId());
    }
}
