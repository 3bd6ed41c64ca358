package dev.latchkey.staffadmin;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.AuditEventView;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditVerificationView;
import dev.latchkey.audit.VerifyingAuditTrail;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The trail of the calling staff member's clinic. */
@Path("/v1/staff/audit-events")
class AuditResource {

    private final AuditTrail trail;
    private final VerifyingAuditTrail verifying;
    private final StaffCaller caller;

    AuditResource(AuditTrail trail, VerifyingAuditTrail verifying, StaffCaller caller) {
        this.trail = trail;
        this.verifying = verifying;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.OWNER)
    public Page<AuditEventView> listAuditEvents(@Valid @BeanParam Paging paging) {
        return trail.newestFirst(caller.clinicId(), paging).map(AuditEventView::of);
    }

    @GET
    @Path("/verification")
    @RolesAllowed(Right.OWNER)
    public AuditVerificationView verifyAuditEvents() {
        return AuditVerificationView.of(verifying.verify(caller.clinicId(), caller.actor()));
    }
}
