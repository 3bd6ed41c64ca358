package dev.latchkey.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's one secret of 256 bits. What must be read again is sealed with a key derived from it (AES-256-GCM), what must
 * only be recognised is hashed with one (HMAC-SHA-256); each purpose has a key of its own (HKDF-Expand, RFC 5869, one block).
 */
public final class InstallationSecret {

    public static final int BYTES = 32;

    private static final int NONCE_BYTES = 12; // NIST SP 800-38D, 8.2.1
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;

    public InstallationSecret(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("the installation's secret must have 256 bits");
        }
        this.secret = secret.clone();
    }

    public byte[] seal(String purpose, byte[] open) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce, open);
        var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return whole;
    }

    public byte[] unseal(String purpose, byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, purpose, nonce, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    public byte[] keyedHash(String purpose, String text) {
        return hmac(key(purpose), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether this is the keyed hash of the text; takes as long for a wrong one. */
    public boolean recognises(String purpose, String text, byte[] hash) {
        return MessageDigest.isEqual(hash, keyedHash(purpose, text));
    }

    private byte[] cipher(int mode, String purpose, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(purpose), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed with another secret, or damaged: " + purpose, e);
        }
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
