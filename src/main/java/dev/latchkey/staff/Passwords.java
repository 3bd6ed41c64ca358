package dev.latchkey.staff;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Argon2id at the cost OWASP's password storage cheat sheet names first: 19 MiB, two passes, one lane. */
@ApplicationScoped
class Passwords {

    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    /** Checked in place of a hash that is not there, so that an unknown address takes as long as a wrong password. */
    private final String nobodys = hash("nobody has this password");

    String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
    }

    boolean matches(String password, @Nullable String hash) {
        var same = Password.check(password, hash == null ? nobodys : hash).with(ARGON2ID);
        return same && hash != null;
    }
}
