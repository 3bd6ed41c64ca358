package dev.latchkey.audit;

import dev.latchkey.kernel.Ids;
import dev.latchkey.kernel.InstallationSecret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

    private static final String IP = "audit-ip";
    private static final String ADDRESS = "audit-address";

    @Id
    private UUID id;

    private @Nullable UUID clinicId;

    @Column(insertable = false)
    private @Nullable UUID chain;

    private Instant happenedAt;

    private String act;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private @Nullable UUID actorId;
    private @Nullable UUID clientId;
    private @Nullable UUID recordId;
    private @Nullable UUID sessionId;
    private @Nullable UUID loginLinkId;
    private @Nullable String reason;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<String> changed;

    private @Nullable String operation;
    private @Nullable String requestId;
    private @Nullable String callerRequestId;
    private byte @Nullable [] ipHash;
    private byte @Nullable [] addressHash;

    AuditEvent(AuditEntry what, Instant now) {
        this.id = Ids.next();
        this.clinicId = what.clinicId();
        this.happenedAt = now;
        this.act = what.act().storedName();
        this.actorKind = what.actor().kind();
        this.actorId = what.actor().id();
        this.clientId = what.clientId();
        this.recordId = what.recordId();
        this.sessionId = what.sessionId();
        this.loginLinkId = what.loginLinkId();
        this.reason = what.reason();
        this.changed = what.changed().isEmpty() ? null : what.changed();
        this.operation = what.operation();
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected AuditEvent() {}

    /** The hashes are each clinic's own: two clinics cannot tell that they speak of the same person. */
    void tellApart(@Nullable String ip, @Nullable String addressKey, InstallationSecret secret) {
        ipHash = ip == null ? null : secret.keyedHash(IP, clinicId + " " + ip);
        addressHash = addressKey == null ? null : secret.keyedHash(ADDRESS, clinicId + " " + addressKey);
    }

    void recordRequest(String requestId, String callerRequestId) {
        this.requestId = requestId.isEmpty() ? null : requestId;
        this.callerRequestId = callerRequestId.isEmpty() ? null : callerRequestId;
    }

    UUID id() {
        return id;
    }

    Instant happenedAt() {
        return happenedAt;
    }

    String act() {
        return act;
    }

    Actor actor() {
        return new Actor(actorKind, actorId);
    }

    @Nullable
    UUID clientId() {
        return clientId;
    }

    @Nullable
    UUID recordId() {
        return recordId;
    }

    @Nullable
    UUID sessionId() {
        return sessionId;
    }

    @Nullable
    UUID loginLinkId() {
        return loginLinkId;
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

    @Nullable
    String requestId() {
        return requestId;
    }

    @Nullable
    String callerRequestId() {
        return callerRequestId;
    }

    byte @Nullable [] ipHash() {
        return ipHash;
    }

    byte @Nullable [] addressHash() {
        return addressHash;
    }
}
