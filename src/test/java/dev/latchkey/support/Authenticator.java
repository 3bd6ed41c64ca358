package dev.latchkey.support;

import io.restassured.response.Response;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a member's phone, and their sheet of recovery codes. It has read RFC 6238 by itself. */
public record Authenticator(String secret, String enrolledWith, List<String> recoveryCodes) {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static Authenticator enrolledBy(Person member) {
        return enrolledBy(member, Person.PASSWORD);
    }

    public static Authenticator enrolledBy(Person member, String password) {
        var app = scanning(member.post("/v1/staff/me/second-factor/enrolment", Map.of("password", password)));
        var code = app.code();
        var confirmed = member.post("/v1/staff/me/second-factor/confirmation", Map.of("code", code));
        confirmed.then().statusCode(200);
        return new Authenticator(app.secret, code, Answers.list(confirmed, "/recoveryCodes", String.class));
    }

    /** Not enrolled yet. */
    public static Authenticator scanning(Response started) {
        started.then().statusCode(201);
        return new Authenticator(Answers.text(started, "/secret"), "", List.of());
    }

    public String code() {
        return code(step());
    }

    /** Right for longer than the present one: the phone's clock is ahead. */
    public String nextCode() {
        return code(step() + 1);
    }

    /** One that is not right now, nor will be in a moment. */
    public String wrongCode() {
        return IntStream.range(0, 10)
                .mapToObj(n -> "%06d".formatted(n * 111_111))
                .filter(code -> LongStream.rangeClosed(step() - 2, step() + 4)
                        .noneMatch(step -> code(step).equals(code)))
                .findFirst()
                .orElseThrow();
    }

    private static long step() {
        return Instant.now().getEpochSecond() / 30;
    }

    private String code(long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key(), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** What the secret stands for: 160 bits. */
    public byte[] key() {
        var number = secret.chars()
                .mapToObj(letter -> BigInteger.valueOf(BASE32.indexOf(letter)))
                .reduce(BigInteger.ZERO, (sum, digit) -> sum.shiftLeft(5).add(digit));
        return HexFormat.of().parseHex("%040x".formatted(number));
    }
}
