package dev.latchkey.ratelimit;

import dev.latchkey.http.WebReason;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.ratelimit.Limit.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The buckets that are in use, of all nodes. A row is a bucket and its theoretical arrival time. Plain JDBC, one round trip for all
 * buckets of a request, because every endpoint without a login pays for it.
 */
@ApplicationScoped
class RateLimitTable {

    private static final String SPEND = "select wait, full_bucket%s from rate_limit_spend(?, ?, ?, ?)";
    private static final String SPEND_EACH = """
            select wait, full_bucket
              from unnest(?, ?) with ordinality as act (low, high, n)
             cross join lateral (select (?::bytea[])[low : high], (?::bytea[])[low : high], (?::bigint[])[low : high], (?::bigint[])[low : high])
                   as its (keys, former_keys, intervals, windows)
             cross join lateral rate_limit_spend(keys, former_keys, intervals, windows)
             order by n
            """;
    private static final String WAIT = """
            select coalesce(max(extract(epoch from bucket.tat - clock_timestamp()) * 1000000 + step - span), 0)::bigint as wait, 1 as full_bucket
              from unnest(?, ?, ?) as asked (key, step, span) join rate_limit bucket on bucket.key = asked.key
            """;
    private static final String REFUND = "select 0 as wait, 0 as full_bucket%s from rate_limit_refund(?, ?)";

    /** A database that crashes within the second may forget a count: that is worth no wait for the disk. */
    private static final String AT_LEISURE = ", set_config('synchronous_commit', 'off', true)";

    private final DataSource database;
    private final BucketKeys keys;

    RateLimitTable(DataSource database, BucketKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    Optional<FullBucket> spendAtLeisure(List<Bucket> buckets) {
        return spend(AT_LEISURE, inOrder(buckets));
    }

    Optional<FullBucket> spend(List<Bucket> buckets) {
        return spend("", inOrder(buckets));
    }

    private Optional<FullBucket> spend(String how, List<Bucket> buckets) {
        return ask(
                SPEND.formatted(how),
                answer -> answer.next() ? full(answer, buckets) : Optional.empty(),
                keys.keys(buckets),
                keys.formerKeys(buckets),
                micros(buckets, Limit::interval),
                micros(buckets, Limit::window));
    }

    /** How long it is until all of them have room; nothing or less if they have. */
    Duration timeToRoom(List<Bucket> buckets) {
        return ask(
                WAIT,
                answer -> Duration.of(answer.next() ? answer.getLong("wait") : 0, ChronoUnit.MICROS),
                keys.keys(buckets),
                micros(buckets, Limit::interval),
                micros(buckets, Limit::window));
    }

    /** How long it is until nothing is in it. */
    Duration timeToEmpty(Bucket bucket) {
        var none = micros(List.of(bucket), limit -> Duration.ZERO);
        return ask(
                WAIT,
                answer -> Duration.of(answer.next() ? Math.max(0, answer.getLong("wait")) : 0, ChronoUnit.MICROS),
                keys.keys(List.of(bucket)),
                none,
                none);
    }

    /** Of each act the bucket that is full. */
    List<Optional<FullBucket>> spendEach(List<List<Bucket>> acts) {
        var inOrder = acts.stream().map(RateLimitTable::inOrder).toList();
        var all = inOrder.stream().flatMap(List::stream).toList();
        var low = new Integer[acts.size()];
        var high = new Integer[acts.size()];
        for (int i = 0, used = 0; i < acts.size(); i++) {
            low[i] = used + 1;
            used += inOrder.get(i).size();
            high[i] = used;
        }
        return ask(
                SPEND_EACH,
                answer -> {
                    var found = new ArrayList<Optional<FullBucket>>();
                    for (var buckets : inOrder) {
                        found.add(answer.next() ? full(answer, buckets) : Optional.empty());
                    }
                    return found;
                },
                low,
                high,
                keys.keys(all),
                keys.formerKeys(all),
                micros(all, Limit::interval),
                micros(all, Limit::window));
    }

    void refundAtLeisure(List<Bucket> buckets) {
        refund(AT_LEISURE, buckets);
    }

    void refund(List<Bucket> buckets) {
        refund("", buckets);
    }

    private void refund(String how, List<Bucket> buckets) {
        var inOrder = inOrder(buckets);
        ask(REFUND.formatted(how), ResultSet::next, keys.keys(inOrder), micros(inOrder, Limit::interval));
    }

    /** So that no two callers wait for each other. */
    private static List<Bucket> inOrder(List<Bucket> buckets) {
        return buckets.stream().sorted(Comparator.comparing(Bucket::name)).toList();
    }

    private static Long[] micros(List<Bucket> buckets, Function<Limit, Duration> time) {
        return buckets.stream()
                .map(bucket -> time.apply(bucket.limit()).toNanos() / 1_000)
                .toArray(Long[]::new);
    }

    private static Optional<FullBucket> full(ResultSet answer, List<Bucket> buckets) throws SQLException {
        var wait = answer.getLong("wait");
        return wait == 0
                ? Optional.empty()
                : Optional.of(new FullBucket(
                        buckets.get(answer.getInt("full_bucket") - 1), Duration.of(wait, ChronoUnit.MICROS)));
    }

    private <T> T ask(String how, Reader<T> reader, Object[]... values) {
        try (var connection = database.getConnection();
                var question = connection.prepareStatement(how)) {
            for (var i = 0; i < values.length; i++) {
                question.setArray(i + 1, connection.createArrayOf(type(values[i]), values[i]));
            }
            try (var answer = question.executeQuery()) {
                return reader.read(answer);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what is limited could not be counted", e);
        }
    }

    private static String type(Object[] values) {
        if (values instanceof Integer[]) {
            return "integer";
        }
        return values instanceof byte[][] ? "bytea" : "bigint";
    }

    private interface Reader<T> {
        T read(ResultSet answer) throws SQLException;
    }

    /** It has no room for what was to be counted, and so nothing was. */
    record FullBucket(Bucket bucket, Duration retryAfter) {

        Refusal refusal() {
            return WebReason.TOO_MANY_REQUESTS.refusal(retryAfter);
        }
    }
}
