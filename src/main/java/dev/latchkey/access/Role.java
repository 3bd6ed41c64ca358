package dev.latchkey.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What a staff member is at the clinic, and which {@link Right}s that gives. */
public enum Role {
    OWNER(Right.SELF, Right.STAFF, Right.CARE, Right.BILLING, Right.SETUP, Right.CLINIC, Right.OWNER),
    PRACTITIONER_ADMIN(Right.SELF, Right.STAFF, Right.CARE, Right.BILLING, Right.SETUP),
    PRACTITIONER(Right.SELF, Right.STAFF, Right.CARE, Right.BILLING),
    PRACTICE_MANAGER(Right.SELF, Right.STAFF, Right.CARE, Right.BILLING, Right.SETUP, Right.CLINIC),
    RECEPTIONIST(Right.SELF, Right.STAFF, Right.CARE, Right.BILLING),
    ACCOUNTANT(Right.SELF, Right.STAFF, Right.BILLING);

    private final Set<String> rights;

    Role(String... rights) {
        this.rights = Set.of(rights);
    }

    Set<String> rights() {
        return rights;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Role of(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such role"));
    }
}
