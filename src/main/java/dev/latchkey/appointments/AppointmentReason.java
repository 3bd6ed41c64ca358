package dev.latchkey.appointments;

import dev.latchkey.kernel.Refusal;

/** Why the calendar says no. */
enum AppointmentReason implements Refusal.Reason {
    APPOINTMENT_NOT_FOUND(Refusal.Kind.UNKNOWN, "There is no appointment with this id."),
    APPOINTMENT_CANCELLED(
            Refusal.Kind.CONFLICT, "This appointment is cancelled and cannot be changed. Book a new one."),
    APPOINTMENT_AHEAD(
            Refusal.Kind.CONFLICT,
            "This appointment is more than a day away, so nobody can have arrived or missed it yet."),
    APPOINTMENT_PAST(
            Refusal.Kind.CONFLICT, "This appointment is over and cannot be cancelled. Mark it as missed instead."),
    LOCATION_UNKNOWN(Refusal.Kind.UNPROCESSABLE, "Your clinic has no location with this id."),
    PRACTITIONER_UNKNOWN(Refusal.Kind.UNPROCESSABLE, "Your clinic has no practitioner with this id."),
    SERVICE_UNKNOWN(Refusal.Kind.UNPROCESSABLE, "Your clinic has no service with this id.");

    private final Refusal.Kind kind;
    private final String sentence;

    AppointmentReason(Refusal.Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
