package dev.latchkey.batches;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.batches.BatchViews.LoginLinkBatchView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** How staff stop a batch: those who were sent a link keep it, and those who wait get none. One that runs no more stays as it is. */
@Path("/v1/staff/login-link-batches/{batchId}/cancellation")
class LoginLinkBatchCancellationResource {

    private final LoginLinkBatches batches;
    private final BatchRecipients recipients;
    private final BatchViews views;
    private final Audit audit;
    private final StaffCaller caller;
    private final Clock clock;

    LoginLinkBatchCancellationResource(
            LoginLinkBatches batches,
            BatchRecipients recipients,
            BatchViews views,
            Audit audit,
            StaffCaller caller,
            Clock clock) {
        this.batches = batches;
        this.recipients = recipients;
        this.views = views;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @RolesAllowed(Right.CARE)
    @Transactional
    public LoginLinkBatchView cancelLoginLinkBatch(@RestPath UUID batchId) {
        var batch = batches.findAndLock(caller, batchId);
        if (batch.isRunning()) {
            batch.cancel(clock.instant());
            recipients.cancel(batch);
            audit.record(
                    caller.occurrence(BatchAction.LOGIN_LINK_BATCH_CANCELLED).record(batchId));
        }
        return views.view(caller, batch);
    }
}
