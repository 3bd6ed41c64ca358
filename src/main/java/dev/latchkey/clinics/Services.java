package dev.latchkey.clinics;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Keyset;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The services of all clinics; every question says of which clinic. */
@ApplicationScoped
public class Services implements PanacheRepositoryBase<Service, UUID> {

    private static final Keyset<Service> BY_NAME =
            Keyset.<Service>ascending().text("name", Service::name).key("id", Service::id, Cursor::id);

    /** Whether the caller's own clinic has it; another's is as unknown as none. */
    public boolean has(StaffCaller caller, UUID id) {
        return count("clinicId = ?1 and id = ?2", caller.clinicId(), id) == 1;
    }

    Service get(StaffCaller caller, UUID id) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), id)
                .firstResultOptional()
                .orElseThrow(ClinicReason.SERVICE_NOT_FOUND::refusal);
    }

    Page<Service> byName(StaffCaller caller, Paging paging) {
        return BY_NAME.page(this, paging, "clinicId = ?1", caller.clinicId());
    }
}
