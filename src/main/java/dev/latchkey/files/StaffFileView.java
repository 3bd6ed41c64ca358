package dev.latchkey.files;

import dev.latchkey.http.ETags;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file as staff see it. */
record StaffFileView(
        UUID id,
        String name,
        Origin from,
        @Nullable String folder,
        String mediaType,
        long size,
        boolean shared,
        @Nullable Instant sharedAt,
        Instant uploadedAt,
        UUID clientId)
        implements ETags.TaggedAnswer {

    static StaffFileView of(Document document) {
        return new StaffFileView(
                document.id(),
                document.name(),
                document.origin(),
                null,
                document.mediaType(),
                document.size(),
                document.sharedAt() != null,
                document.sharedAt(),
                document.uploadedAt(),
                document.clientId());
    }
}
