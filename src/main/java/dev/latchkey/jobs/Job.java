package dev.latchkey.jobs;

import java.util.UUID;

/** One kind of background work: a CDI bean that knows what to do for an id. */
public interface Job {

    /** Stands in the database beside the id, so it must outlive any renaming of the class. */
    String name();

    /**
     * Called without a transaction and without a request, at least once and perhaps on two nodes. Every exception is logged as an
     * error, and means "again, later".
     */
    void run(UUID id);
}
