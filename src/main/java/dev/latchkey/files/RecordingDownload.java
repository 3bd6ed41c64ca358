package dev.latchkey.files;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.ratelimit.RateLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;

/** Puts a download on record before its first byte. */
@ApplicationScoped
class RecordingDownload {

    /** A player or a download that goes on asks for hundreds of parts. */
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final RateLimits limits;
    private final Audit audit;

    RecordingDownload(RateLimits limits, Audit audit) {
        this.limits = limits;
        this.audit = audit;
    }

    @Transactional
    void record(Document document, Actor by, boolean onlyPart) {
        if (onlyPart && !limits.trySpendOnce("records of parts", TEN_MINUTES, by + " " + document.id())) {
            return;
        }
        audit.record(AuditEntry.of(FileAction.FILE_DOWNLOADED, by, document.clinicId())
                .client(document.clientId())
                .record(document.id()));
    }
}
