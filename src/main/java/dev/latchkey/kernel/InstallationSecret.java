package dev.latchkey.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The installation's one secret of 256 bits. What must be read again is sealed with a key derived from it (AES-256-GCM), what must
 * only be recognised is hashed with one (HMAC-SHA-256); each purpose has a key of its own (HKDF-Expand, RFC 5869, one block). The
 * secret before it, if there is one, still opens and recognises, and neither seals nor hashes any more.
 */
public final class InstallationSecret {

    public static final int BYTES = 32;

    private final byte[] secret;
    private final @Nullable InstallationSecret predecessor;

    public InstallationSecret(byte[] secret) {
        this(secret, null);
    }

    private InstallationSecret(byte[] secret, @Nullable InstallationSecret predecessor) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("the installation's secret must have 256 bits");
        }
        this.secret = secret.clone();
        this.predecessor = predecessor;
    }

    public InstallationSecret succeeding(byte[] previous) {
        return new InstallationSecret(secret, new InstallationSecret(previous));
    }

    public byte[] seal(String purpose, byte[] open) {
        return sealingKey(purpose).seal(open);
    }

    public byte[] unseal(String purpose, byte[] sealed) {
        return sealingKey(purpose)
                .open(sealed)
                .or(() -> openedByPredecessor(purpose, sealed))
                .orElseThrow(() -> new SealedElsewhere(purpose));
    }

    public boolean opens(String purpose, byte[] sealed) {
        return sealingKey(purpose).open(sealed).isPresent()
                || openedByPredecessor(purpose, sealed).isPresent();
    }

    /** Whether this was sealed with the secret before, and will be lost with it unless it is re-encrypted. */
    public boolean isSealedByPredecessor(String purpose, byte[] sealed) {
        return sealingKey(purpose).open(sealed).isEmpty()
                && openedByPredecessor(purpose, sealed).isPresent();
    }

    public byte[] keyedHash(String purpose, String text) {
        return hmac(key(purpose), text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the text was hashed to, if that may have been before the secret was changed: for looking up. */
    public List<byte[]> keyedHashes(String purpose, String text) {
        return Stream.of(Optional.of(this), Optional.ofNullable(predecessor))
                .flatMap(Optional::stream)
                .map(one -> one.keyedHash(purpose, text))
                .toList();
    }

    /** Whether this is the keyed hash of the text; takes as long for a wrong one. */
    public boolean recognises(String purpose, String text, byte[] hash) {
        return keyedHashes(purpose, text).stream().anyMatch(known -> MessageDigest.isEqual(hash, known));
    }

    private Optional<byte[]> openedByPredecessor(String purpose, byte[] sealed) {
        return Optional.ofNullable(predecessor)
                .flatMap(previous -> previous.sealingKey(purpose).open(sealed));
    }

    private SealingKey sealingKey(String purpose) {
        return new SealingKey(key(purpose));
    }

    private byte[] key(String purpose) {
        return hmac(secret, (purpose + "\u0001").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] input) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
