package dev.latchkey.operator;

import dev.latchkey.input.Email;
import dev.latchkey.input.Line;
import dev.latchkey.kernel.EmailAddress;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.CodePointLength;

/** Who is to own a clinic: with it, or later. */
record NewOwner(
        @NotNull @CodePointLength(max = 200) @Line String displayName,
        @NotNull @Email String email) {

    EmailAddress address() {
        return EmailAddress.parse(email).orElseThrow();
    }
}
