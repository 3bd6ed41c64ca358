package dev.latchkey.audit;

import jakarta.persistence.Embeddable;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The request in which an event happened, and keyed hashes of where it came from and of the e-mail address that it is about. */
@Embeddable
class AuditOrigin {

    static final AuditOrigin UNKNOWN = new AuditOrigin("", "", null, null);

    private @Nullable String requestId;
    private @Nullable String callerRequestId;
    private byte @Nullable [] ipHash;
    private byte @Nullable [] addressHash;

    AuditOrigin(String requestId, String callerRequestId, byte @Nullable [] ipHash, byte @Nullable [] addressHash) {
        this.requestId = requestId.isEmpty() ? null : requestId;
        this.callerRequestId = callerRequestId.isEmpty() ? null : callerRequestId;
        this.ipHash = ipHash;
        this.addressHash = addressHash;
    }

    protected AuditOrigin() {} // for Hibernate

    @Nullable
    String requestId() {
        return requestId;
    }

    @Nullable
    String callerRequestId() {
        return callerRequestId;
    }

    @Nullable
    String ipHash() {
        return hex(ipHash);
    }

    @Nullable
    String addressHash() {
        return hex(addressHash);
    }

    private static @Nullable String hex(byte @Nullable [] hash) {
        return hash == null ? null : HexFormat.of().formatHex(hash);
    }
}
