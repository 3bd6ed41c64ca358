package dev.latchkey.ratelimit;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import dev.latchkey.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.hibernate.Session;

/** Deletes the buckets that are empty: they count nothing any more, and most belong to callers who came once. */
@ApplicationScoped
class SweepingRateLimits implements RecurringJob {

    private static final int AT_ONCE = 10_000;

    private final Session database;

    SweepingRateLimits(Session database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "sweep-rate-limits";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        var swept = AT_ONCE;
        while (swept == AT_ONCE) {
            swept = requiringNew().call(this::sweep);
        }
    }

    /**
     * Reads the whole table, for an index would make every count dearer. Skips rows that a request is counting in, or the two could wait for each
     * other.
     */
    private int sweep() {
        return database.createNativeMutationQuery("""
                        delete from rate_limit where key = any (array (
                          select key from rate_limit where tat < now() limit ?1 for update skip locked))
                        """).setParameter(1, AT_ONCE).executeUpdate();
    }
}
