package dev.latchkey.staffadmin;

import dev.latchkey.access.Role;
import dev.latchkey.idempotency.NotInFingerprint;
import dev.latchkey.input.Email;
import dev.latchkey.input.Line;
import dev.latchkey.input.TypedCode;
import dev.latchkey.passwords.GivenPassword;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * Who is invited, and as what.
 *
 * @param password the caller's, and the code of their second factor: for another owner alone
 */
record NewStaffMember(
        @NotNull @CodePointLength(max = 200) @Line String displayName,
        @NotNull @Email String email,
        @NotNull Role role,

        @NotInFingerprint @GivenPassword @Nullable String password,

        @NotInFingerprint @CodePointLength(min = 6, max = 20) @TypedCode @Nullable
        String code) {}
