package dev.latchkey.batches;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.batches.BatchViews.LoginLinkBatchClientView;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What became of each client of a batch. */
@Path("/v1/staff/login-link-batches/{batchId}/clients")
class LoginLinkBatchClientsResource {

    private final LoginLinkBatches batches;
    private final BatchRecipients recipients;
    private final BatchViews views;
    private final Audit audit;
    private final StaffCaller caller;

    LoginLinkBatchClientsResource(
            LoginLinkBatches batches, BatchRecipients recipients, BatchViews views, Audit audit, StaffCaller caller) {
        this.batches = batches;
        this.recipients = recipients;
        this.views = views;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public Page<LoginLinkBatchClientView> listLoginLinkBatchClients(
            @RestPath UUID batchId,
            @RestQuery @Pattern(regexp = RecipientStatus.CODES) @Nullable String status,
            @Valid @BeanParam Paging paging) {
        var batch = batches.get(caller, batchId);
        var page = recipients.inOrder(batch, status == null ? null : RecipientStatus.of(status), paging);
        var listed = views.listClients(caller, page);
        audit.recordRead(
                caller.occurrence(BatchAction.LOGIN_LINK_BATCH_CLIENTS_LISTED).record(batchId));
        return listed;
    }
}
