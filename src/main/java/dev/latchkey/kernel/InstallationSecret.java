package dev.latchkey.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The installation's one secret of 256 bits. What must be read again is sealed with a key derived from it (AES-256-GCM), what must
 * only be recognised is hashed with one (HMAC-SHA-256); each purpose has a key of its own (HKDF-Expand, RFC 5869, one block). The
 * secret before it, if there is one, still opens and recognises, and neither seals nor hashes any more.
 */
public final class InstallationSecret {

    public static final int BYTES = 32;

    private static final int NONCE_BYTES = 12; // NIST SP 800-38D, 8.2.1
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

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
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = encrypted(purpose, nonce, open);
        var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return whole;
    }

    public byte[] unseal(String purpose, byte[] sealed) {
        return opened(purpose, sealed)
                .or(() -> openedByPredecessor(purpose, sealed))
                .orElseThrow(() -> new SealedElsewhere(purpose));
    }

    public boolean opens(String purpose, byte[] sealed) {
        return opened(purpose, sealed).isPresent()
                || openedByPredecessor(purpose, sealed).isPresent();
    }

    /** Whether this was sealed with the secret before, and will be lost with it unless it is re-encrypted. */
    public boolean isSealedByPredecessor(String purpose, byte[] sealed) {
        return opened(purpose, sealed).isEmpty()
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

    private byte[] encrypted(String purpose, byte[] nonce, byte[] open) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(open);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private Optional<byte[]> openedByPredecessor(String purpose, byte[] sealed) {
        return Optional.ofNullable(predecessor).flatMap(previous -> previous.opened(purpose, sealed));
    }

    private Optional<byte[]> opened(String purpose, byte[] sealed) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, purpose, Arrays.copyOf(sealed, NONCE_BYTES))
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key(purpose), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
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
