package dev.latchkey.ratelimit;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.ratelimit.Limit.Bucket;
import dev.latchkey.ratelimit.RateLimitTable.FullBucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps count for all nodes, by the database's clock. To spend is to put one into each bucket, or into none if one is full; to refund is
 * to take them out again.
 */
@ApplicationScoped
public class RateLimits {

    private final RateLimitTable table;
    private final Event<LimitHit> hit;

    RateLimits(RateLimitTable table, Event<LimitHit> hit) {
        this.table = table;
        this.hit = hit;
    }

    public void spend(List<Bucket> buckets) {
        spend(buckets, full -> {});
    }

    /**
     * Spends or refuses, apart from any transaction: it counts even if the act fails.
     *
     * @param beforeRefusal is told of the bucket that is full
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public void spend(List<Bucket> buckets, Consumer<Bucket> beforeRefusal) {
        refuse(table.spendAtLeisure(buckets), beforeRefusal);
    }

    private void refuse(Optional<FullBucket> found, Consumer<Bucket> beforeRefusal) {
        told(found).ifPresent(full -> {
            beforeRefusal.accept(full.bucket());
            throw full.refusal();
        });
    }

    /** What was counted beforehand need not have been. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void refund(List<Bucket> buckets) {
        table.refundAtLeisure(buckets);
    }

    /** Spends or refuses in the caller's transaction, of which nothing stays if it refuses. */
    @Transactional(TxType.MANDATORY)
    public void spendInTransaction(List<Bucket> buckets) {
        refuse(table.spend(buckets), full -> {});
    }

    /**
     * The same where the transaction may commit nevertheless.
     *
     * @param beforeRefusal is told of the bucket that is full
     */
    @Transactional(value = TxType.MANDATORY, dontRollbackOn = Refusal.class)
    public void spendInTransaction(List<Bucket> buckets, Consumer<Bucket> beforeRefusal) {
        refuse(table.spend(buckets), beforeRefusal);
    }

    /** What was spent in the caller's transaction need not have been. */
    @Transactional(TxType.MANDATORY)
    public void refundInTransaction(List<Bucket> buckets) {
        table.refund(buckets);
    }

    /** Spends in the caller's transaction, if there is room. */
    @Transactional(TxType.MANDATORY)
    public boolean trySpend(List<Bucket> buckets) {
        return told(table.spend(buckets)).isEmpty();
    }

    /** The same for each of these acts by itself, in one round trip. Acts in the order of their names do not wait for each other. */
    @Transactional(TxType.MANDATORY)
    public List<Boolean> trySpendEach(List<List<Bucket>> acts) {
        return table.spendEach(acts).stream().map(full -> told(full).isEmpty()).toList();
    }

    /** True once in such a time, for what need not be said again before. No limit is hit otherwise. */
    @Transactional(TxType.MANDATORY)
    public boolean trySpendOnce(String what, Duration per, Object whose) {
        return table.spend(List.of(new Limit(1, per).bucket(what, whose))).isEmpty();
    }

    /** How long it is until all of these have room again; empty if they have. Nothing is spent. */
    public Optional<Duration> findWait(List<Bucket> buckets) {
        return Optional.of(table.timeToRoom(buckets)).filter(wait -> !wait.isNegative() && !wait.isZero());
    }

    /** As it is now. Nothing is spent. */
    public Pace findPace(Bucket bucket) {
        return new Pace(bucket.limit(), table.timeToEmpty(bucket));
    }

    /** When a bucket has room for each of many, if no one else puts anything into it. */
    public record Pace(Limit limit, Duration timeToEmpty) {

        /** @param place from 0 on */
        public Duration waitOf(int place) {
            var wait =
                    timeToEmpty.plus(limit.interval().multipliedBy(place + 1L)).minus(limit.window());
            return wait.isNegative() ? Duration.ZERO : wait;
        }
    }

    private Optional<FullBucket> told(Optional<FullBucket> full) {
        full.ifPresent(found -> hit.fire(new LimitHit(found.bucket().code())));
        return full;
    }
}
