package dev.latchkey.jobs;

import java.time.Duration;

/** Work without a cause of its own: a CDI bean that one node after another is asked again and again to do what there is to do. */
public interface RecurringJob {

    /** Stands in the database, so it must outlive any renaming of the class. */
    String name();

    /** From the end of one run to the beginning of the next, for all nodes together. */
    Duration pause();

    /** Called without a transaction and without a request, and rarely on two nodes at once. A failure is treated as a {@link Job}'s. */
    void run();
}
