package dev.latchkey.appointments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latchkey.http.ETags;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment as staff see it: what the client sees, the ids it refers to, and who cancelled it. */
record StaffAppointmentView(
        @JsonUnwrapped AppointmentView appointment,
        UUID clientId,
        UUID locationId,
        UUID practitionerId,
        UUID serviceId,
        @Nullable Instant cancelledAt,
        @Nullable String cancellationNote,
        Instant createdAt)
        implements ETags.TaggedAnswer {

    static StaffAppointmentView of(AppointmentCard card) {
        return new StaffAppointmentView(
                AppointmentView.of(card),
                card.clientId(),
                card.slot().locationId(),
                card.slot().practitionerId(),
                card.slot().serviceId(),
                card.cancelledAt(),
                card.cancellationNote(),
                card.createdAt());
    }
}
