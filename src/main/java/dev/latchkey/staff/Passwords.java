package dev.latchkey.staff;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Argon2id with two passes and one lane. A hash says itself what it cost, so that raising the cost locks nobody out. */
@ApplicationScoped
class Passwords {

    private final Argon2Function argon2id;

    /** Checked in place of a hash that is not there, so that an unknown address takes as long as a wrong password. */
    private final String nobodys;

    Passwords(PasswordSettings settings) {
        this.argon2id = Argon2Function.getInstance(settings.memory(), 2, 1, 32, Argon2.ID);
        this.nobodys = hash("nobody has this password");
    }

    String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(argon2id).getResult();
    }

    boolean matches(String password, @Nullable String hash) {
        var known = hash == null ? nobodys : hash;
        var same = Password.check(password, known).with(Argon2Function.getInstanceFromHash(known));
        return same && hash != null;
    }
}
