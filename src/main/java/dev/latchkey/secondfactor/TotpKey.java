package dev.latchkey.secondfactor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The key of an authenticator app, and its codes: six digits, new ones every 30 seconds (RFC 6238). SHA-1, because many apps know nothing else. */
record TotpKey(byte[] bytes) {

    static final Duration STEP = Duration.ofSeconds(30);
    static final int DIGITS = 6;

    private static final int BYTES = 20; // RFC 4226, 4, R6
    private static final int DRIFT = 1; // steps; RFC 6238, 5.2
    private static final SecureRandom RANDOM = new SecureRandom();

    static TotpKey random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TotpKey(bytes);
    }

    /** The step whose code this is: the present one or a neighbour, for clocks differ and people type slowly. */
    OptionalLong stepOf(String code, Instant now) {
        var present = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(present - DRIFT, present + DRIFT)
                .filter(step -> MessageDigest.isEqual(ascii(codeAt(step)), ascii(code)))
                .findFirst();
    }

    private static byte[] ascii(String digits) {
        return digits.getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 4226, 5.3. */
    String codeAt(long step) {
        var hash =
                hmac("HmacSHA1", ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var offset = hash[hash.length - 1] & 0xf;
        var number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
    }

    /** Of what goes with the app. Another algorithm than the codes', so that neither is ever an answer for the other. */
    byte[] keyedHash(String text) {
        return hmac("HmacSHA256", text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] hmac(String algorithm, byte[] input) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(bytes, algorithm));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /** As people type it into an app (RFC 4648, 6). The 160 bits need no padding. */
    String base32() {
        return new Base32().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "TotpKey[hidden]";
    }
}
