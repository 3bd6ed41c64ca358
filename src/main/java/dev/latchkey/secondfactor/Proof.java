package dev.latchkey.secondfactor;

import dev.latchkey.input.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** What an owner shows again before a sensitive change: the password, and a code if they have a second factor. */
public record Proof(String password, @Nullable String code) {

    /** Of a request that needs one only sometimes. */
    public static Proof required(@Nullable String password, @Nullable String code) {
        if (password == null) {
            throw missing();
        }
        return new Proof(password, code);
    }

    public static InvalidRequest missing() {
        return new InvalidRequest(
                "/password", "required", "Only an owner's password makes or suspends an owner. Send yours.");
    }

    @Override
    public String toString() {
        return "Proof[hidden]";
    }
}
