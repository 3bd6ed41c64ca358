package dev.latchkey.passwords;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** A password's hash (RFC 9106), which says itself what it cost, as the reference implementation does: {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}. */
final class Argon2Hash {

    private static final Pattern TEXT =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    private Argon2Hash(Cost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    static Argon2Hash of(String password, Cost cost) {
        var salt = random(SALT_BYTES);
        return new Argon2Hash(cost, salt, derive(password, cost, salt, HASH_BYTES));
    }

    /** Which no password has, and which takes as long as any to find that out. */
    static Argon2Hash dummy(Cost cost) {
        return new Argon2Hash(cost, random(SALT_BYTES), random(HASH_BYTES));
    }

    private static byte[] random(int howMany) {
        var bytes = new byte[howMany];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static Argon2Hash read(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a hash of Argon2id, version 19");
        }
        var cost = new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        var base64 = Base64.getDecoder();
        return new Argon2Hash(cost, base64.decode(parts.group(4)), base64.decode(parts.group(5)));
    }

    boolean isOf(String password) {
        return MessageDigest.isEqual(hash, derive(password, cost, salt, hash.length));
    }

    private static byte[] derive(String password, Cost cost, byte[] salt, int length) {
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory)
                .withIterations(cost.passes)
                .withParallelism(cost.lanes)
                .withSalt(salt)
                .build());
        var hash = new byte[length];
        argon2.generateBytes(password.getBytes(UTF_8), hash);
        return hash;
    }

    Cost cost() {
        return cost;
    }

    @Override
    public String toString() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memory, cost.passes, cost.lanes, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** @param memory in KiB */
    record Cost(int memory, int passes, int lanes) {}
}
