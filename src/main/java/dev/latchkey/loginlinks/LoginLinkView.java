package dev.latchkey.loginlinks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A login link as staff see one: what became of it, and never the link itself. */
record LoginLinkView(
        UUID id,
        String status,
        @Nullable String failure,
        String sentTo,
        Instant requestedAt,
        @Nullable Requester requestedBy,
        Instant expiresAt) {

    record Requester(String displayName) {}
}
