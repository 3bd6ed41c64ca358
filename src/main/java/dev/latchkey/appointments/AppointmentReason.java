package dev.latchkey.appointments;

import static dev.latchkey.kernel.Wording.conflict;
import static dev.latchkey.kernel.Wording.unknown;
import static dev.latchkey.kernel.Wording.unprocessable;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a request about appointments is refused. */
enum AppointmentReason implements Refusal.Reason {
    APPOINTMENT_NOT_FOUND(unknown("There is no appointment with this id.")),
    APPOINTMENT_CANCELLED(conflict("This appointment is cancelled and cannot be changed. Book a new one.")),
    APPOINTMENT_AHEAD(
            conflict("This appointment is more than a day away, so the client cannot have arrived or missed it yet.")),
    APPOINTMENT_PAST(conflict("This appointment is over and cannot be cancelled. Mark it as missed instead.")),
    LOCATION_UNKNOWN(unprocessable("Your clinic has no location with this id.")),
    PRACTITIONER_UNKNOWN(unprocessable("Your clinic has no practitioner with this id.")),
    SERVICE_UNKNOWN(unprocessable("Your clinic has no service with this id."));

    private final Wording wording;

    AppointmentReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
