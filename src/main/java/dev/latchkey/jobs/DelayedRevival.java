package dev.latchkey.jobs;

import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Starts again what a node had begun when its heartbeats ended, but not at once: a database that was away for longer than four of them comes
 * back to nodes that live, and have yet to note what they have done ({@link OutcomeRecorder}).
 */
record DelayedRevival(Duration pause) implements DeadExecutionHandler<Void> {

    private static final Logger LOG = Logger.getLogger(DelayedRevival.class);

    @Override
    public void deadExecution(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        var what = complete.getExecution().taskInstance;
        LOG.infof(
                "%s %s is started again in %s: its node has stopped sending heartbeats",
                what.getTaskName(), what.getId(), pause);
        operations.reschedule(complete, complete.getTimeDone().plus(pause));
    }
}
