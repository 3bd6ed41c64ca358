package dev.latchkey.ratelimit;

import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.ratelimit.Limit.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a bucket is found again by: a keyed hash of its name, so that the table names no caller, no mailbox and no member. */
@ApplicationScoped
class BucketKeys {

    private static final String PURPOSE = "rate-limit";

    private final InstallationSecret secret;

    BucketKeys(InstallationSecret secret) {
        this.secret = secret;
    }

    byte[][] keys(List<Bucket> buckets) {
        return keys(buckets, bucket -> secret.keyedHash(PURPOSE, bucket.name()));
    }

    /** From before the installation's secret was changed. */
    byte[][] formerKeys(List<Bucket> buckets) {
        return keys(buckets, this::formerKey);
    }

    private static byte[][] keys(List<Bucket> buckets, Function<Bucket, byte @Nullable []> key) {
        return buckets.stream().map(key).toArray(byte[][]::new);
    }

    private byte @Nullable [] formerKey(Bucket bucket) {
        return secret.keyedHashes(PURPOSE, bucket.name()).stream()
                .skip(1)
                .findFirst()
                .orElse(null);
    }
}
