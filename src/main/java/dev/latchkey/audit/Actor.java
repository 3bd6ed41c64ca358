package dev.latchkey.audit;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did an act that the audit trail records. */
public record Actor(Kind kind, @Nullable UUID id) {

    /** A caller of whom nothing else is known. */
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
