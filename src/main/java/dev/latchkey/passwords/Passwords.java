package dev.latchkey.passwords;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.overload.Bulkhead;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Argon2id with two passes and one lane. A hash records what it cost, so that raising the cost locks no member out. */
@ApplicationScoped
public class Passwords {

    private static final long KIBIBYTE = 1024;

    private final Argon2Hash.Cost cost;

    /** Checked in place of a hash that is not there, so that an unknown address takes as long as a wrong password. */
    private final Argon2Hash dummyHash;

    /** So many strangers could take every processor for their guesses, and all memory: they get a third of it. */
    private final Bulkhead hashing;

    Passwords(PasswordSettings settings) {
        this.hashing = new Bulkhead(atOnce(settings), settings.patience(), settings.queueSize());
        this.cost = new Argon2Hash.Cost(settings.memory(), 2, 1);
        this.dummyHash = Argon2Hash.dummy(cost);
    }

    private static int atOnce(PasswordSettings settings) {
        var java = Runtime.getRuntime();
        var memory = java.maxMemory() / 3 / (settings.memory() * KIBIBYTE);
        return (int) Math.max(1, Math.min(java.availableProcessors(), memory));
    }

    public String hash(String password) {
        return inTurn(() -> Argon2Hash.of(password, cost)).toString();
    }

    /** Nothing, if too many others want theirs hashed. */
    Optional<String> tryHash(String password) {
        try {
            return Optional.of(hash(password));
        } catch (Refusal busy) {
            return Optional.empty();
        }
    }

    boolean needsRehash(@Nullable String hash) {
        return hash != null && !Argon2Hash.read(hash).cost().equals(cost);
    }

    public boolean matches(String password, @Nullable String hash) {
        var known = hash == null ? dummyHash : Argon2Hash.read(hash);
        return inTurn(() -> known.isOf(password));
    }

    private <T> T inTurn(Supplier<T> act) {
        try (var ignored = hashing.acquire()) {
            return act.get();
        }
    }
}
