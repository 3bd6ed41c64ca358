package dev.latchkey.appointments;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** When an appointment is, where, with whom and for what. */
@Embeddable
record Slot(Instant startsAt, Instant endsAt, UUID locationId, UUID practitionerId, UUID serviceId) {

    static final int SHORTEST_MINUTES = 5;
    static final int LONGEST_MINUTES = 1440;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("2100-01-01T00:00:00Z");

    Slot(Instant startsAt, int minutes, UUID locationId, UUID practitionerId, UUID serviceId) {
        this(startsAt, startsAt.plus(Duration.ofMinutes(minutes)), locationId, practitionerId, serviceId);
    }

    /** On a whole minute of this century: anything else is a slip of the keyboard. */
    static boolean mayStartAt(Instant moment) {
        return moment.equals(moment.truncatedTo(ChronoUnit.MINUTES))
                && !moment.isBefore(EARLIEST)
                && moment.isBefore(TOO_LATE);
    }

    int minutes() {
        return (int) Duration.between(startsAt, endsAt).toMinutes();
    }
}
