package dev.latchkey.boot;

import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.standalone.GivenConfig;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;

/** Refuses a secret that was copied from an example, or typed: it protects nothing. */
enum SecretRule {
    CURRENT("latchkey.secret", "LATCHKEY_SECRET"),
    PREVIOUS("latchkey.secret-previous", "LATCHKEY_SECRET_PREVIOUS");

    // Of 32 random bytes about 30 differ, and about 30 of the 31 steps between them; fewer than 20 is less likely than
    // one in a billion.
    private static final int FEWEST_DIFFERENT = 20;
    private static final String REMEDY = ": set it to what `openssl rand -base64 32` prints.";

    private final String name;
    private final String variable;

    SecretRule(String name, String variable) {
        this.name = name;
        this.variable = variable;
    }

    Optional<String> brokenBy(GivenConfig configured) {
        var secret = configured.value(name);
        if (secret.isEmpty()) {
            return this == PREVIOUS ? Optional.empty() : Optional.of(variable + " is missing" + REMEDY);
        }
        var bytes = decoded(secret.get());
        if (bytes.length != InstallationSecret.BYTES) {
            return Optional.of(variable + " is not 256 bits in Base64" + REMEDY);
        }
        return isMadeUp(bytes)
                ? Optional.of(variable + " is a sample, not a random secret" + REMEDY)
                : Optional.empty();
    }

    private static byte[] decoded(String secret) {
        try {
            return Base64.getDecoder().decode(secret.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static boolean isMadeUp(byte[] bytes) {
        var all = IntStream.range(0, bytes.length);
        var steps = IntStream.range(1, bytes.length).map(at -> (byte) (bytes[at] - bytes[at - 1]));
        return all.map(at -> bytes[at]).distinct().count() < FEWEST_DIFFERENT
                || steps.distinct().count() < FEWEST_DIFFERENT
                || IntStream.range(0, bytes.length).allMatch(at -> bytes[at] >= ' ' && bytes[at] <= '~');
    }
}
