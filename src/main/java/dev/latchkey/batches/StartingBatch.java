package dev.latchkey.batches;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.jobs.Queues;
import dev.latchkey.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Stores a batch with all its clients. The letters are on their way from the commit on, at whichever node. */
@ApplicationScoped
class StartingBatch {

    private final PlanningBatch planning;
    private final LoginLinkBatches batches;
    private final BatchRecipients recipients;
    private final Queues queues;
    private final SendingBatch sending;
    private final Audit audit;
    private final Clock clock;

    StartingBatch(
            PlanningBatch planning,
            LoginLinkBatches batches,
            BatchRecipients recipients,
            Queues queues,
            SendingBatch sending,
            Audit audit,
            Clock clock) {
        this.planning = planning;
        this.batches = batches;
        this.recipients = recipients;
        this.queues = queues;
        this.sending = sending;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    LoginLinkBatch start(StaffCaller caller, LoginLinkBatchOrder order) {
        var plan = planning.plan(caller, order);
        if (plan.waiting() == 0) {
            throw BatchReason.BATCH_EMPTY.refusal();
        }
        var batch = new LoginLinkBatch(Ids.next(), caller.clinicId(), caller.staffMemberId(), plan, clock.instant());
        batches.add(batch);
        recipients.add(batch, plan.recipients());
        audit.record(caller.occurrence(BatchAction.LOGIN_LINK_BATCH_STARTED).record(batch.id()));
        queues.wake(sending);
        return batch;
    }
}
