package dev.latchkey.passwords;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Secret;
import dev.latchkey.overload.Bulkhead;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Argon2id with two passes and one lane. A hash records what it cost, so that raising the cost locks no member out. */
@ApplicationScoped
public class Passwords {

    private static final long KIBIBYTE = 1024;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PASSES = 2;
    private static final int LANES = 1;

    private final Argon2PasswordEncoder argon2;

    /** How each hash begins that costs what one costs now. The encoder itself asks only whether a hash costs less. */
    private final String cost;

    /** Checked in place of a hash that is not there, so that an unknown address takes as long as a wrong password. */
    private final String dummyHash;

    /** So many strangers could take every processor for their guesses, and all memory: they get a third of it. */
    private final Bulkhead hashing;

    Passwords(PasswordSettings settings) {
        this.hashing = new Bulkhead(atOnce(settings), settings.patience(), settings.queueSize());
        this.argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, settings.memory(), PASSES);
        this.cost = "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(settings.memory(), PASSES, LANES);
        this.dummyHash = encoded(Secret.random().value());
    }

    private static int atOnce(PasswordSettings settings) {
        var java = Runtime.getRuntime();
        var memory = java.maxMemory() / 3 / (settings.memory() * KIBIBYTE);
        return (int) Math.max(1, Math.min(java.availableProcessors(), memory));
    }

    public String hash(String password) {
        return inTurn(() -> encoded(password));
    }

    /** Nothing, if too many others want theirs hashed. */
    Optional<String> tryHash(String password) {
        try {
            return Optional.of(hash(password));
        } catch (Refusal busy) {
            return Optional.empty();
        }
    }

    /** If hashing costs something else by now, or the hash is of what was typed and not of what that is compared as. */
    boolean needsRehash(String right, @Nullable String hash) {
        return hash != null
                && (!hash.startsWith(cost)
                        || spellings(right).count() > 1 && !inTurn(() -> argon2.matches(readable(right), hash)));
    }

    /** Hashes of before are of what was typed. */
    public boolean matches(String password, @Nullable String hash) {
        var known = Objects.requireNonNullElse(hash, dummyHash);
        return inTurn(() -> spellings(password).anyMatch(spelling -> argon2.matches(spelling, known)));
    }

    private static Stream<String> spellings(String password) {
        return Stream.of(readable(password), wellFormed(password)).distinct();
    }

    private String encoded(String password) {
        return Objects.requireNonNull(argon2.encode(readable(password)));
    }

    private static String readable(String password) {
        return OpaqueString.of(wellFormed(password));
    }

    /** The encoder throws at half of a surrogate pair, which a caller may send. A question mark stands for it. */
    private static String wellFormed(String password) {
        return new String(password.getBytes(UTF_8), UTF_8);
    }

    private <T> T inTurn(Supplier<T> act) {
        try (var ignored = hashing.acquire()) {
            return act.get();
        }
    }
}
