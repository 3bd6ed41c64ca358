package dev.latchkey.appointments;

import dev.latchkey.http.ETags;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment as the client sees it. */
record AppointmentView(
        UUID id,
        Instant startsAt,
        Instant endsAt,
        int durationMinutes,
        String timeZone,
        Place location,
        Person practitioner,
        Treatment service,
        String status,
        boolean confirmed)
        implements ETags.TaggedAnswer {

    static AppointmentView of(AppointmentCard card) {
        return new AppointmentView(
                card.id(),
                card.slot().startsAt(),
                card.slot().endsAt(),
                card.slot().minutes(),
                card.timeZone(),
                Place.of(card),
                new Person(card.practitioner()),
                new Treatment(card.service()),
                card.status().code(),
                card.confirmed());
    }

    /** @param phone its own or, where it has none, the clinic's */
    record Place(
            String name,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String directions,
            @Nullable String openingHours) {

        static Place of(AppointmentCard card) {
            return new Place(card.location(), card.address(), card.phone(), card.directions(), card.openingHours());
        }
    }

    record Person(String displayName) {}

    record Treatment(String name) {}
}
