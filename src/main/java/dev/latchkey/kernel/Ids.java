package dev.latchkey.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Names for new records: UUIDv7 (RFC 9562), so that indexes grow at their end. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
