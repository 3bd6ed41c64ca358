package dev.latchkey.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Runs failed work again, each time after twice as long, up to a limit. */
record Backoff(Duration first, Duration longest) implements FailureHandler<Void> {

    private static final Logger LOG = Logger.getLogger(Backoff.class);
    private static final int MOST_DOUBLINGS = 30; // beyond, the shift would overflow

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        var execution = complete.getExecution();
        var pause = pauseAfter(execution.consecutiveFailures + 1);
        var what = execution.taskInstance.getTaskName() + " " + execution.taskInstance.getId();
        complete.getCause().ifPresent(cause -> LOG.errorf(cause, "%s failed and runs again in %s", what, pause));
        operations.reschedule(complete, complete.getTimeDone().plus(pause));
    }

    Duration pauseAfter(int failures) {
        var pause = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
