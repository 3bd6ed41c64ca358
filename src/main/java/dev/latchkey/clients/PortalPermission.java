package dev.latchkey.clients;

import dev.latchkey.access.PortalSections;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the clinic lets a client in, and what of its sections it shows them.
 *
 * @param offSince since when it lets them in no more; null if it does
 */
@Embeddable
public record PortalPermission(
        @Column(name = "portal_off_at") @Nullable Instant offSince,
        @Embedded PortalSections sections) {

    static final PortalPermission ALL = new PortalPermission(null, PortalSections.ALL);

    public boolean isAllowed() {
        return offSince == null;
    }

    /** One who is let in no more stays so since then. */
    public PortalPermission permit(boolean allowed, Instant now) {
        return allowed == isAllowed() ? this : new PortalPermission(allowed ? null : now, sections);
    }

    public PortalPermission show(PortalSections sections) {
        return new PortalPermission(offSince, sections);
    }
}
