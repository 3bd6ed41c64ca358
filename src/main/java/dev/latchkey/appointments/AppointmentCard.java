package dev.latchkey.appointments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment with the names of what it refers to: everything that answers show, read by one query. */
record AppointmentCard(
        UUID id,
        UUID clientId,
        Slot slot,
        String location,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String directions,
        @Nullable String openingHours,
        String timeZone,
        String practitioner,
        String service,
        Status status,
        boolean confirmed,
        @Nullable Instant cancelledAt,
        @Nullable String cancellationNote,
        Instant createdAt) {}
