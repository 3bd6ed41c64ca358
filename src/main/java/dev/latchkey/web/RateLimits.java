package dev.latchkey.web;

import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.web.Limit.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.hibernate.Session;

/**
 * Keeps count for all nodes, by the database's clock (the generic cell rate algorithm: a bucket is one moment at which it will be empty).
 * What is counted is found again by a keyed hash, so that the table names nobody.
 */
@ApplicationScoped
public class RateLimits {

    private static final String PURPOSE = "rate-limit";

    private final Session database;
    private final InstallationSecret secret;

    RateLimits(Session database, InstallationSecret secret) {
        this.database = database;
        this.secret = secret;
    }

    /**
     * Puts one into each bucket, or refuses and puts one into none. In a transaction of its own: it counts whatever becomes of the act.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void count(List<Bucket> buckets) {
        // In one order, so that no two callers wait for each other.
        buckets.stream().sorted(Comparator.comparing(Bucket::name)).forEach(bucket -> {
            if (!hasRoom(bucket)) {
                throw WebReason.TOO_MANY_REQUESTS.refusal(wait(bucket));
            }
        });
        sweep();
    }

    /** Puts one into each bucket until one is full, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public boolean haveRoom(List<Bucket> buckets) {
        return buckets.stream().allMatch(this::hasRoom);
    }

    /** Takes one out again: what was counted beforehand need not have been. */
    @Transactional(TxType.REQUIRES_NEW)
    public void forgive(Bucket bucket) {
        database.createNativeMutationQuery(
                        "update rate_limit set empty_at = empty_at - ?2 * interval '1 microsecond' where key = ?1")
                .setParameter(1, key(bucket))
                .setParameter(2, micros(bucket.limit().interval()))
                .executeUpdate();
    }

    private boolean hasRoom(Bucket bucket) {
        carryOver(bucket);
        return database.createNativeMutationQuery("""
                        insert into rate_limit as bucket (key, empty_at)
                        values (?1, clock_timestamp() + ?2 * interval '1 microsecond')
                        on conflict (key) do update
                          set empty_at = greatest(bucket.empty_at, clock_timestamp()) + ?2 * interval '1 microsecond'
                        where greatest(bucket.empty_at, clock_timestamp()) + ?2 * interval '1 microsecond'
                           <= clock_timestamp() + ?3 * interval '1 microsecond'
                        """)
                        .setParameter(1, key(bucket))
                        .setParameter(2, micros(bucket.limit().interval()))
                        .setParameter(3, micros(bucket.limit().window()))
                        .executeUpdate()
                == 1;
    }

    /** What was counted before the installation's secret was changed counts on. Without a former secret there is nothing to do. */
    private void carryOver(Bucket bucket) {
        secret.keyedHashes(PURPOSE, bucket.name()).stream()
                .skip(1)
                .forEach(former -> database.createNativeMutationQuery("""
                        insert into rate_limit (key, empty_at) select ?1, empty_at from rate_limit where key = ?2
                        on conflict (key) do nothing
                        """)
                        .setParameter(1, key(bucket))
                        .setParameter(2, former)
                        .executeUpdate());
    }

    /**
     * Away with some that are empty: more than one act adds, so that there are never many more of them than are in use. The last thing in
     * a short transaction, for whoever sweeps up another's bucket and then waits for one may be waited for.
     */
    private void sweep() {
        database.createNativeMutationQuery("""
                        delete from rate_limit where key in (
                          select key from rate_limit where empty_at < clock_timestamp() limit 16 for update skip locked)
                        """).executeUpdate();
    }

    private Duration wait(Bucket full) {
        var micros = database.createNativeQuery("""
                        select cast(extract(epoch from empty_at - clock_timestamp()) * 1000000 as bigint)
                          from rate_limit where key = ?1
                        """, Long.class)
                .setParameter(1, key(full))
                .getSingleResult();
        return Duration.of(micros, ChronoUnit.MICROS)
                .plus(full.limit().interval())
                .minus(full.limit().window());
    }

    private byte[] key(Bucket bucket) {
        return secret.keyedHash(PURPOSE, bucket.name());
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
