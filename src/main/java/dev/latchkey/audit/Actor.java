package dev.latchkey.audit;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did what the audit trail speaks of. */
public record Actor(Kind kind, @Nullable UUID id) {

    /** Somebody of whom no more is known. */
    public static Actor visitor() {
        return new Actor(Kind.VISITOR, null);
    }

    public static Actor client(UUID clientId) {
        return new Actor(Kind.CLIENT, clientId);
    }

    public static Actor staff(UUID staffMemberId) {
        return new Actor(Kind.STAFF, staffMemberId);
    }

    public static Actor operator() {
        return new Actor(Kind.OPERATOR, null);
    }

    /** Work in the background. */
    public static Actor system() {
        return new Actor(Kind.SYSTEM, null);
    }

    enum Kind {
        VISITOR,
        CLIENT,
        STAFF,
        OPERATOR,
        SYSTEM;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
