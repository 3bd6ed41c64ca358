package dev.latchkey.portal;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clinics.Clinic;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.ratelimit.RateLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Gives a clinic's portal a new address, and says what becomes of the one before. */
@ApplicationScoped
class RotatingPortalLink {

    private final Clinics clinics;
    private final RetiredSlugs retired;
    private final RateLimits limits;
    private final PortalLimit.Settings limitSettings;
    private final Audit audit;

    RotatingPortalLink(
            Clinics clinics, RetiredSlugs retired, RateLimits limits, PortalLimit.Settings limitSettings, Audit audit) {
        this.clinics = clinics;
        this.retired = retired;
        this.limits = limits;
        this.limitSettings = limitSettings;
        this.audit = audit;
    }

    /** What is refused is not counted: a clinic may try until it finds a slug that is free. */
    @Transactional
    Clinic rotate(StaffCaller caller, String slug, FormerLink former) {
        var clinic = clinics.findAndLock(caller.clinicId());
        var before = clinic.slug();
        if (before.equals(slug)) {
            throw PortalReason.SLUG_UNCHANGED.refusal();
        }
        limits.spendInTransaction(PortalLimit.PORTAL_LINK_ROTATIONS
                .buckets(limitSettings, clinic.id())
                .toList());
        clinics.moveTo(clinic, slug);
        if (former == FormerLink.REDIRECT) {
            retired.get(caller, before).startRedirect();
        }
        audit.record(caller.occurrence(PortalAction.PORTAL_LINK_ROTATED));
        return clinic;
    }
}
