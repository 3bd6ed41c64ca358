package dev.latchkey.audit;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an act is on: the client, and whatever else has an id.
 *
 * @param recordId of the appointment, invoice, file or other record, where that is no client
 */
@Embeddable
public record AuditSubject(
        @Nullable UUID clientId,
        @Nullable UUID recordId,
        @Nullable UUID sessionId,
        @Nullable UUID loginLinkId) {

    static final AuditSubject NOTHING = new AuditSubject(null, null, null, null);

    AuditSubject client(@Nullable UUID id) {
        return new AuditSubject(id, recordId, sessionId, loginLinkId);
    }

    AuditSubject record(UUID id) {
        return new AuditSubject(clientId, id, sessionId, loginLinkId);
    }

    AuditSubject session(UUID id) {
        return new AuditSubject(clientId, recordId, id, loginLinkId);
    }

    AuditSubject link(@Nullable UUID id) {
        return new AuditSubject(clientId, recordId, sessionId, id);
    }
}
