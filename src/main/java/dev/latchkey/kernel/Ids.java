package dev.latchkey.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Names for new records: UUIDv7 (RFC 9562), so that indexes grow at their end. */
public final class Ids {

    /** After every one of ours: the last there can be (RFC 9562, 5.10). */
    public static final UUID LAST = new UUID(-1, -1);

    private static final int MILLISECONDS_BEGIN_AT_BIT = 16;

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** Before every one that is made from this moment on, and after every one made earlier. */
    public static UUID firstAt(Instant moment) {
        return new UUID(moment.toEpochMilli() << MILLISECONDS_BEGIN_AT_BIT, 0);
    }
}
