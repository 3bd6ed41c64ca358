package dev.latchkey.staff;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.web.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Argon2id with two passes and one lane. A hash says itself what it cost, so that raising the cost locks nobody out. */
@ApplicationScoped
class Passwords {

    private final Argon2Function argon2id;

    /** Checked in place of a hash that is not there, so that an unknown address takes as long as a wrong password. */
    private final String nobodys;

    /** So many strangers could take all memory and every processor for their guesses. */
    private final Turns turns;

    Passwords(PasswordSettings settings) {
        this.turns = new Turns(Runtime.getRuntime().availableProcessors(), settings.patience());
        this.argon2id = Argon2Function.getInstance(settings.memory(), 2, 1, 32, Argon2.ID);
        this.nobodys = hash("nobody has this password");
    }

    String hash(String password) {
        return inTurn(
                () -> Password.hash(password).addRandomSalt(16).with(argon2id).getResult());
    }

    /** Nothing, if too many others want theirs hashed. */
    Optional<String> hashIfThereIsTime(String password) {
        try {
            return Optional.of(hash(password));
        } catch (Refusal busy) {
            return Optional.empty();
        }
    }

    boolean costsOtherwise(@Nullable String hash) {
        return hash != null && !Argon2Function.getInstanceFromHash(hash).equals(argon2id);
    }

    boolean matches(String password, @Nullable String hash) {
        var known = hash == null ? nobodys : hash;
        var cost = Argon2Function.getInstanceFromHash(known);
        return inTurn(() -> Password.check(password, known).with(cost)) && hash != null;
    }

    private <T> T inTurn(Supplier<T> act) {
        try (var ignored = turns.take()) {
            return act.get();
        }
    }
}
