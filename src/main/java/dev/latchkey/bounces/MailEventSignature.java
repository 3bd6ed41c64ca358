package dev.latchkey.bounces;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What mail events are signed with: {@code t=<seconds since 1970>,v1=<hex>}, where v1 is the HMAC-SHA-256 of the seconds, a full stop and the body.
 * There may be several, so that a sender can sign by two secrets while one replaces the other.
 */
final class MailEventSignature {

    static final String HEADER = "Latchkey-Signature";

    /** Longer than clocks differ and a request is on its way, and a request that is overheard is worth nothing afterwards. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private static final Pattern WRITTEN = Pattern.compile("t=([0-9]{1,11})((?:,v1=[0-9a-f]{64}){1,4})");
    private static final Pattern NEXT = Pattern.compile(",v1=");

    private MailEventSignature() {}

    static boolean isGood(@Nullable String header, byte[] body, String secret, Instant now) {
        var parts = WRITTEN.matcher(header == null ? "" : header);
        if (!parts.matches()) {
            return false;
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(parts.group(1))), now)
                .abs();
        var right = ascii(HexFormat.of().formatHex(hmac(secret, parts.group(1), body)));
        return age.compareTo(GOOD_FOR) <= 0
                && Stream.of(NEXT.split(parts.group(2), -1))
                        .anyMatch(given -> MessageDigest.isEqual(right, ascii(given)));
    }

    private static byte[] hmac(String secret, String seconds, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(ascii(seconds + "."));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
