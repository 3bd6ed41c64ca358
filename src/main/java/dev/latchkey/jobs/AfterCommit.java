package dev.latchkey.jobs;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/** Does something when a transaction has been committed, and nothing when it was rolled back. */
public record AfterCommit(Runnable action) implements Synchronization {

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            action.run();
        }
    }
}
