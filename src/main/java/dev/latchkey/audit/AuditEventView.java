package dev.latchkey.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An audit event as the clinic's owner or the operator may see it. */
public record AuditEventView(
        UUID id,
        Instant happenedAt,
        String act,
        @Nullable String reason,
        ActorView actor,
        @Nullable UUID clientId,
        @Nullable UUID recordId,
        List<String> changed,
        @Nullable String operation,
        @Nullable UUID sessionId,
        @Nullable UUID loginLinkId,
        @Nullable String requestId,
        @Nullable String callerRequestId,
        @Nullable String ipHash,
        @Nullable String addressHash) {

    public static AuditEventView of(AuditEvent event) {
        return new AuditEventView(
                event.id(),
                event.happenedAt(),
                event.act(),
                event.reason(),
                new ActorView(event.actor().kind().code(), event.actor().id()),
                event.subject().clientId(),
                event.subject().recordId(),
                event.changed(),
                event.operation(),
                event.subject().sessionId(),
                event.subject().loginLinkId(),
                event.origin().requestId(),
                event.origin().callerRequestId(),
                event.origin().ipHash(),
                event.origin().addressHash());
    }

    record ActorView(String kind, @Nullable UUID id) {}
}
