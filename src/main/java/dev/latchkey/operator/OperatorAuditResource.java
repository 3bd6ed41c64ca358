package dev.latchkey.operator;

import dev.latchkey.access.Right;
import dev.latchkey.audit.Actor;
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

/** The trail of events that concern no clinic, or whose clinic is unknown. */
@Path("/v1/operator/audit-events")
class OperatorAuditResource {

    private final AuditTrail trail;
    private final VerifyingAuditTrail verifying;

    OperatorAuditResource(AuditTrail trail, VerifyingAuditTrail verifying) {
        this.trail = trail;
        this.verifying = verifying;
    }

    @GET
    @RolesAllowed(Right.OPERATOR)
    public Page<AuditEventView> listInstallationAuditEvents(@Valid @BeanParam Paging paging) {
        return trail.newestFirst(AuditTrail.INSTALLATION, paging).map(AuditEventView::of);
    }

    @GET
    @Path("/verification")
    @RolesAllowed(Right.OPERATOR)
    public AuditVerificationView verifyInstallationAuditEvents() {
        return AuditVerificationView.of(verifying.verify(AuditTrail.INSTALLATION, Actor.operator()));
    }
}
