package dev.latchkey.portal;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinic;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;

/** The former slugs of all clinics; every question says of which clinic. */
@ApplicationScoped
class RetiredSlugs implements PanacheRepositoryBase<RetiredSlug, String> {

    private static final int SHOWN = 20;
    private static final Pattern SLUG = Pattern.compile(Clinic.SLUG);

    RetiredSlug get(StaffCaller caller, String slug) {
        if (!SLUG.matcher(slug).matches()) {
            throw PortalReason.FORMER_SLUG_NOT_FOUND.refusal(); // the database would fail on some that are none
        }
        return find("clinicId = ?1 and slug = ?2", caller.clinicId(), slug)
                .firstResultOptional()
                .orElseThrow(PortalReason.FORMER_SLUG_NOT_FOUND::refusal);
    }

    /** The last twenty. */
    List<RetiredSlug> newestFirst(StaffCaller caller) {
        return find("clinicId = ?1 order by retiredAt desc, slug", caller.clinicId())
                .page(0, SHOWN)
                .list();
    }
}
