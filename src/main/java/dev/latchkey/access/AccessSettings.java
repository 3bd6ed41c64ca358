package dev.latchkey.access;

import io.smallrye.config.ConfigMapping;
import java.time.Instant;
import java.util.Optional;

/** The secrets and addresses an operator gives the installation. */
@ConfigMapping(prefix = "latchkey")
interface AccessSettings {

    /** 256 bits in Base64: every other key is derived from it, or kept in the database sealed by it. */
    String secret();

    /** The secret before the last change of it. */
    Optional<String> secretPrevious();

    /** Opens the operator's endpoints; without one they do not exist. */
    Optional<String> operatorKey();

    /** When a backup was last put back: what was opened, minted or issued before does not count (operations.md, "Restore a backup"). */
    Optional<Instant> restoredAt();
}
