package dev.latchkey.ratelimit;

import dev.latchkey.http.WebReason;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.ratelimit.Limit.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts for all nodes, by the database's clock (the generic cell rate algorithm: a bucket is one instant, at which it will be empty).
 * Keys are stored as keyed hashes, so that the table identifies no person. Plain JDBC, one round trip for all buckets, for it is
 * paid at every door.
 */
@ApplicationScoped
public class RateLimits {

    private static final String PURPOSE = "rate-limit";

    private static final String TAKE = "select wait%s from take_room(?, ?, ?, ?) as wait";
    private static final String GIVE_BACK = "select 0%s from give_room_back(?, ?)";

    /** A database that crashes within the second may forget a count: that is worth no wait for the disk. */
    private static final String AT_LEISURE = ", set_config('synchronous_commit', 'off', true)";

    private final DataSource database;
    private final InstallationSecret secret;

    RateLimits(DataSource database, InstallationSecret secret) {
        this.database = database;
        this.secret = secret;
    }

    /** Puts one into each bucket, or refuses and puts one into none. Apart from any transaction: it counts even if the act fails. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void spend(List<Bucket> buckets) {
        var wait = take(buckets, TAKE.formatted(AT_LEISURE));
        if (!wait.isZero()) {
            throw WebReason.TOO_MANY_REQUESTS.refusal(wait);
        }
    }

    /** Takes them out again: what was counted beforehand need not have been. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void refund(List<Bucket> buckets) {
        var inOrder = inOrder(buckets);
        ask(GIVE_BACK.formatted(AT_LEISURE), keys(inOrder, this::key), micros(inOrder, Limit::interval));
    }

    /** Puts one into each bucket, or into none, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public boolean trySpend(List<Bucket> buckets) {
        return take(buckets, TAKE.formatted("")).isZero();
    }

    /** Puts one into each bucket in the caller's transaction, or refuses. */
    @Transactional(TxType.MANDATORY)
    public void spendInTransaction(List<Bucket> buckets) {
        var wait = take(buckets, TAKE.formatted(""));
        if (!wait.isZero()) {
            throw WebReason.TOO_MANY_REQUESTS.refusal(wait);
        }
    }

    private Duration take(List<Bucket> buckets, String how) {
        var inOrder = inOrder(buckets);
        var wait = ask(
                how,
                keys(inOrder, this::key),
                keys(inOrder, this::formerKey),
                micros(inOrder, Limit::interval),
                micros(inOrder, Limit::window));
        return Duration.of(wait, ChronoUnit.MICROS);
    }

    /** So that no two callers wait for each other. */
    private static List<Bucket> inOrder(List<Bucket> buckets) {
        return buckets.stream().sorted(Comparator.comparing(Bucket::name)).toList();
    }

    private static byte[][] keys(List<Bucket> buckets, Function<Bucket, byte @Nullable []> key) {
        return buckets.stream().map(key).toArray(byte[][]::new);
    }

    private byte[] key(Bucket bucket) {
        return secret.keyedHash(PURPOSE, bucket.name());
    }

    /** From before the installation's secret was changed. */
    private byte @Nullable [] formerKey(Bucket bucket) {
        return secret.keyedHashes(PURPOSE, bucket.name()).stream()
                .skip(1)
                .findFirst()
                .orElse(null);
    }

    private static Long[] micros(List<Bucket> buckets, Function<Limit, Duration> time) {
        return buckets.stream()
                .map(bucket -> time.apply(bucket.limit()).toNanos() / 1_000)
                .toArray(Long[]::new);
    }

    private long ask(String how, Object[]... values) {
        try (var connection = database.getConnection();
                var question = connection.prepareStatement(how)) {
            for (var i = 0; i < values.length; i++) {
                var type = values[i] instanceof byte[][] ? "bytea" : "bigint";
                question.setArray(i + 1, connection.createArrayOf(type, values[i]));
            }
            try (var answer = question.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what is limited could not be counted", e);
        }
    }
}
