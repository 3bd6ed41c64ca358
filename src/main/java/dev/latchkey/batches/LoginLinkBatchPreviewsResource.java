package dev.latchkey.batches;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.ratelimit.RateLimits;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Whom a batch would reach if it were started now. Nothing is stored, and no letter sent. */
@Path("/v1/staff/login-link-batch-previews")
class LoginLinkBatchPreviewsResource {

    private final PlanningBatch planning;
    private final RateLimits limits;
    private final BatchLimit.Settings limitSettings;
    private final StaffCaller caller;
    private final Clock clock;

    LoginLinkBatchPreviewsResource(
            PlanningBatch planning,
            RateLimits limits,
            BatchLimit.Settings limitSettings,
            StaffCaller caller,
            Clock clock) {
        this.planning = planning;
        this.limits = limits;
        this.limitSettings = limitSettings;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Right.CARE)
    @Transactional
    public LoginLinkBatchPreviewView previewLoginLinks(@Valid @NotNull LoginLinkBatchOrder order) {
        limits.spend(BatchLimit.LOGIN_LINK_BATCH_PREVIEWS_PER_CLINIC
                .buckets(limitSettings, caller.clinicId())
                .toList());
        return LoginLinkBatchPreviewView.of(planning.plan(caller, order), clock.instant());
    }

    record LoginLinkBatchPreviewView(
            int clients, int letters, int sent, List<LeftOutView> leftOut, Instant estimatedEndAt) {

        static LoginLinkBatchPreviewView of(BatchPlan plan, Instant now) {
            return new LoginLinkBatchPreviewView(
                    plan.recipients().size(),
                    plan.letters(),
                    plan.waiting(),
                    plan.leftOut().entrySet().stream()
                            .map(each -> new LeftOutView(
                                    each.getKey().code(), each.getKey().sentence(), each.getValue()))
                            .toList(),
                    now.plus(plan.takes()));
        }

        record LeftOutView(String reason, String detail, long clients) {}
    }
}
