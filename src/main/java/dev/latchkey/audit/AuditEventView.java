package dev.latchkey.audit;

import java.time.Instant;
import java.util.HexFormat;
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
                AuditAction.code(event.act()),
                event.reason(),
                new ActorView(event.actor().kind().code(), event.actor().id()),
                event.clientId(),
                event.recordId(),
                event.changed(),
                event.operation(),
                event.sessionId(),
                event.loginLinkId(),
                event.requestId(),
                event.callerRequestId(),
                hex(event.ipHash()),
                hex(event.addressHash()));
    }

    private static @Nullable String hex(byte @Nullable [] hash) {
        return hash == null ? null : HexFormat.of().formatHex(hash);
    }

    record ActorView(String kind, @Nullable UUID id) {}
}
