package dev.latchkey.boot;

import io.smallrye.config.ConfigMapping;
import java.time.Instant;
import java.util.Optional;

/** The secret of an installation, and when its backup was put back. */
@ConfigMapping(prefix = "latchkey")
interface InstallationSettings {

    /** 256 bits in Base64: every other key is derived from it, or kept in the database sealed by it. */
    String secret();

    /** The secret before the last change of it. */
    Optional<String> secretPrevious();

    /** When a backup was last put back: what was opened, minted or issued before does not count (operations.md, "Restore a backup"). */
    Optional<Instant> restoredAt();
}
