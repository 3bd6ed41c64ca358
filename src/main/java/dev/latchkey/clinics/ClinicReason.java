package dev.latchkey.clinics;

import dev.latchkey.kernel.Refusal;

/** Why the clinics say no. */
enum ClinicReason implements Refusal.Reason {
    PORTAL_UNKNOWN(Refusal.Kind.UNKNOWN, "There is no portal at this address. Check it with the clinic."),
    CLINIC_NOT_FOUND(Refusal.Kind.UNKNOWN, "There is no such clinic."),
    SLUG_TAKEN(Refusal.Kind.CONFLICT, "Another clinic has this slug. Choose a different one."),
    LOCATION_NOT_FOUND(Refusal.Kind.UNKNOWN, "There is no location with this id at your clinic."),
    PRACTITIONER_NOT_FOUND(Refusal.Kind.UNKNOWN, "There is no practitioner with this id at your clinic."),
    SERVICE_NOT_FOUND(Refusal.Kind.UNKNOWN, "There is no service with this id at your clinic.");

    private final Refusal.Kind kind;
    private final String sentence;

    ClinicReason(Refusal.Kind kind, String sentence) {
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
