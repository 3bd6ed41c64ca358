package dev.latchkey.clinics;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Keyset;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The locations of all clinics; every question says of which clinic. */
@ApplicationScoped
public class Locations implements PanacheRepositoryBase<Location, UUID> {

    private static final Keyset<Location> BY_NAME =
            Keyset.<Location>ascending().text("name", Location::name).key("id", Location::id, Cursor::id);

    private static final int SHOWN = 100;

    /** Whether the caller's own clinic has it; another's is as unknown as none. */
    public boolean has(StaffCaller caller, UUID id) {
        return count("clinicId = ?1 and id = ?2", caller.clinicId(), id) == 1;
    }

    public void require(StaffCaller caller, UUID id) {
        get(caller, id);
    }

    /** Of these, as many as a page of the portal shows. */
    public List<NamedLocation> byName(UUID clinicId, Collection<UUID> ids) {
        return find("clinicId = ?1 and id in ?2 order by lower(name), id", clinicId, ids)
                .page(0, SHOWN)
                .<Location>list()
                .stream()
                .map(location -> new NamedLocation(location.id(), location.name()))
                .toList();
    }

    Location get(StaffCaller caller, UUID id) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), id)
                .firstResultOptional()
                .orElseThrow(ClinicReason.LOCATION_NOT_FOUND::refusal);
    }

    Page<Location> byName(StaffCaller caller, Paging paging) {
        return BY_NAME.page(this, paging, "clinicId = ?1", caller.clinicId());
    }

    public record NamedLocation(UUID id, String name) {}
}
