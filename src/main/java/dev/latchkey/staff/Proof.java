package dev.latchkey.staff;

import dev.latchkey.web.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** What an owner shows once more before a change that an open session is not enough for. The code is of who has a second factor. */
record Proof(String password, @Nullable String code) {

    /** Of a request that needs one only sometimes. */
    static Proof required(@Nullable String password, @Nullable String code) {
        if (password == null) {
            throw new InvalidRequest(
                    "/password", "required", "Only an owner's password makes another owner. Send yours.");
        }
        return new Proof(password, code);
    }

    @Override
    public String toString() {
        return "Proof[hidden]";
    }
}
