package dev.latchkey.audit;

import dev.latchkey.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One line of the audit trail. It never changes; {@link AuditTrail} seals it. */
@Entity
@Immutable
public class AuditEvent {

    @Id
    private UUID id;

    private @Nullable UUID clinicId;

    @Column(insertable = false)
    private @Nullable UUID chain;

    private Instant happenedAt;
    private String act;
    private Actor actor;
    private @Nullable AuditSubject subject;
    private @Nullable String reason;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<String> changed;

    private @Nullable String operation;
    private @Nullable AuditOrigin origin;

    AuditEvent(AuditEntry what, AuditOrigin origin, Instant now) {
        this.id = Ids.next();
        this.clinicId = what.clinicId();
        this.happenedAt = now;
        this.act = what.act().storedName();
        this.actor = what.actor();
        this.subject = what.subject();
        this.reason = what.reason();
        this.changed = what.changed().isEmpty() ? null : what.changed();
        this.operation = what.operation();
        this.origin = origin;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected AuditEvent() {}

    UUID id() {
        return id;
    }

    Instant happenedAt() {
        return happenedAt;
    }

    String act() {
        return AuditAction.code(act);
    }

    Actor actor() {
        return actor;
    }

    /** Hibernate reads columns that are all empty as nothing. */
    AuditSubject subject() {
        return subject == null ? AuditSubject.NOTHING : subject;
    }

    @Nullable
    String reason() {
        return reason;
    }

    List<String> changed() {
        return changed == null ? List.of() : changed;
    }

    @Nullable
    String operation() {
        return operation;
    }

    AuditOrigin origin() {
        return origin == null ? AuditOrigin.UNKNOWN : origin;
    }
}
