package dev.latchkey.jobs;

import java.time.Duration;

/** Work that recurs: a CDI bean that runs again and again, on one node at a time. */
public interface RecurringJob {

    /** Stands in the database, so it must outlive any renaming of the class. */
    String name();

    /** From the end of one run to the beginning of the next, for all nodes together. */
    Duration pause();

    /** Called without a transaction and without a request, and rarely on two nodes at once. A failure is treated as a {@link Job}'s. */
    void run();
}
