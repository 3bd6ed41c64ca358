package dev.latchkey.batches;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.batches.BatchViews.LoginLinkBatchView;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.ratelimit.RateLimits;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How staff send login links to many clients at once. */
@Path("/v1/staff/login-link-batches")
class LoginLinkBatchesResource {

    private final StartingBatch starting;
    private final LoginLinkBatches batches;
    private final BatchViews views;
    private final RateLimits limits;
    private final BatchLimit.Settings limitSettings;
    private final StaffCaller caller;

    LoginLinkBatchesResource(
            StartingBatch starting,
            LoginLinkBatches batches,
            BatchViews views,
            RateLimits limits,
            BatchLimit.Settings limitSettings,
            StaffCaller caller) {
        this.starting = starting;
        this.batches = batches;
        this.views = views;
        this.limits = limits;
        this.limitSettings = limitSettings;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public Page<LoginLinkBatchView> listLoginLinkBatches(@Valid @BeanParam Paging paging) {
        return views.list(caller, batches.newestFirst(caller, paging));
    }

    /** What is refused is not counted. */
    @POST
    @RolesAllowed(Right.CARE)
    @ResponseStatus(202)
    @Idempotent
    @Transactional
    public RestResponse<LoginLinkBatchView> sendLoginLinks(@Valid @NotNull LoginLinkBatchOrder order) {
        limits.spendInTransaction(BatchLimit.LOGIN_LINK_BATCHES_PER_CLINIC
                .buckets(limitSettings, caller.clinicId())
                .toList());
        var batch = starting.start(caller, order);
        return ResponseBuilder.create(RestResponse.Status.ACCEPTED, views.view(caller, batch))
                .header(HttpHeaders.LOCATION, "/v1/staff/login-link-batches/" + batch.id())
                .build();
    }

    @GET
    @Path("/{batchId}")
    @RolesAllowed(Right.CARE)
    public LoginLinkBatchView getLoginLinkBatch(@RestPath UUID batchId) {
        return views.view(caller, batches.get(caller, batchId));
    }
}
