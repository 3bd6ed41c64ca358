package dev.latchkey.appointments;

import dev.latchkey.clients.Client;
import dev.latchkey.kernel.Ids;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client's visit to the clinic: to come, under way, or over. */
@Entity
class Appointment {

    /** How long before its start a visit may be marked as arrived or missed: its day, wherever on earth that begins. */
    static final Duration MARKED_AHEAD_AT_MOST = Duration.ofHours(24);

    @Id
    private UUID id;

    private UUID clinicId;
    private UUID clientId;

    @Embedded
    private Slot slot;

    @Enumerated(EnumType.STRING)
    private Status status;

    private boolean confirmed;
    private @Nullable Instant cancelledAt;
    private @Nullable String cancellationNote;
    private Instant createdAt;

    @Version
    private long version;

    /** May lie in the past: clinics also record visits that were never booked. */
    Appointment(Client client, Slot slot, Instant now) {
        client.requireActive();
        this.id = Ids.next();
        this.clinicId = client.clinicId();
        this.clientId = client.id();
        this.slot = slot;
        this.status = Status.PENDING;
        this.createdAt = now;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Appointment() {}

    /** Everything staff may change, as it is to stand afterwards. */
    void change(Slot slot, Status status, boolean confirmed, Instant now) {
        requireNotCancelled();
        if (status != Status.PENDING && slot.startsAt().isAfter(now.plus(MARKED_AHEAD_AT_MOST))) {
            throw AppointmentReason.APPOINTMENT_AHEAD.refusal();
        }
        this.slot = slot;
        this.status = status;
        this.confirmed = confirmed;
    }

    /** For good. */
    void cancel(@Nullable String note, Instant now) {
        requireNotCancelled();
        if (!slot.endsAt().isAfter(now)) {
            throw AppointmentReason.APPOINTMENT_PAST.refusal();
        }
        this.status = Status.CANCELLED;
        this.cancelledAt = now;
        this.cancellationNote = note;
    }

    private void requireNotCancelled() {
        if (status == Status.CANCELLED) {
            throw AppointmentReason.APPOINTMENT_CANCELLED.refusal();
        }
    }

    UUID id() {
        return id;
    }

    UUID clientId() {
        return clientId;
    }

    Slot slot() {
        return slot;
    }

    Status status() {
        return status;
    }

    boolean confirmed() {
        return confirmed;
    }
}
