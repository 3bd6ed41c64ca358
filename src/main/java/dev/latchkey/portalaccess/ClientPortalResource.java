package dev.latchkey.portalaccess;

import dev.latchkey.access.PortalSections;
import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clients.PortalPermission;
import dev.latchkey.http.ETags;
import dev.latchkey.input.NonNullIfPresent;
import dev.latchkey.portal.SectionChanges;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Whether a client may use the portal, and what of it. */
@Path("/v1/staff/clients/{id}/portal-access")
class ClientPortalResource {

    private final ChangingPortalAccess changing;
    private final StaffCaller caller;
    private final Clock clock;

    ClientPortalResource(ChangingPortalAccess changing, StaffCaller caller, Clock clock) {
        this.changing = changing;
        this.caller = caller;
        this.clock = clock;
    }

    /** Takes no If-Match: what is not mentioned stays as others have set it, and what is set does not depend on what was. */
    @PATCH
    @RolesAllowed(Right.CARE)
    @Transactional
    public PortalPermissionView changePortalAccess(@RestPath UUID id, @Valid @NotNull PortalPermissionChanges request) {
        return changing.change(caller, id, permission -> request.applyTo(permission, clock.instant()));
    }

    /** What is absent stays. */
    static class PortalPermissionChanges {

        @NonNullIfPresent
        public @Nullable Boolean allowed;

        @NonNullIfPresent
        @Valid
        public @Nullable SectionChanges sections;

        PortalPermission applyTo(PortalPermission permission, Instant now) {
            var changed = allowed == null ? permission : permission.permit(allowed, now);
            return sections == null ? changed : changed.show(sections.applyTo(changed.sections()));
        }
    }

    record PortalPermissionView(boolean allowed, @Nullable Instant offSince, PortalSections sections)
            implements ETags.TaggedAnswer {

        static PortalPermissionView of(PortalPermission permission) {
            return new PortalPermissionView(permission.isAllowed(), permission.offSince(), permission.sections());
        }
    }
}
