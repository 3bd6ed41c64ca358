package dev.latchkey.audit;

import dev.latchkey.audit.Verification.Break;
import dev.latchkey.audit.Verification.Head;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an audit trail is still what was sealed. */
public record AuditVerificationView(
        String status,
        long events,
        long sealed,
        @Nullable Head head,
        @Nullable Break firstBreak,
        long verifiedThrough,
        @Nullable Instant fullyVerifiedAt) {

    public static AuditVerificationView of(Verification verified) {
        return new AuditVerificationView(
                verified.firstBreak().isEmpty() ? "intact" : "broken",
                verified.events(),
                verified.seals(),
                verified.head().orElse(null),
                verified.firstBreak().orElse(null),
                verified.through(),
                verified.wholeAt());
    }
}
