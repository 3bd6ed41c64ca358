package dev.latchkey.clinics;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The services of all clinics; every question says of which clinic. */
@ApplicationScoped
public class Services implements PanacheRepositoryBase<Service, UUID> {

    /** Whether the caller's own clinic has it; another's is as unknown as none. */
    public boolean has(StaffCaller caller, UUID id) {
        return count("clinicId = ?1 and id = ?2", caller.clinicId(), id) == 1;
    }

    Service get(StaffCaller caller, UUID id) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), id)
                .firstResultOptional()
                .orElseThrow(ClinicReason.SERVICE_NOT_FOUND::refusal);
    }

    List<Service> byName(StaffCaller caller, Paging paging) {
        var after = paging.cursor(2);
        var query = after == null
                ? find("clinicId = ?1 order by lower(name), id", caller.clinicId())
                : find(
                        "clinicId = ?1 and (lower(name), id) > (lower(?2), ?3) order by lower(name), id",
                        caller.clinicId(),
                        after.text(0),
                        after.id(1));
        return query.range(0, paging.rows() - 1).list();
    }

    static Cursor place(Service service) {
        return Cursor.at(service.name(), service.id());
    }
}
