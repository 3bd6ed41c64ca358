package dev.latchkey.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did an act that the audit trail records. */
@Embeddable
public record Actor(
        @Column(name = "actor_kind") @Enumerated(EnumType.STRING)
        Kind kind,

        @Column(name = "actor_id") @Nullable UUID id) {

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
