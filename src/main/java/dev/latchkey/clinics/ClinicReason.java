package dev.latchkey.clinics;

import static dev.latchkey.kernel.Wording.conflict;
import static dev.latchkey.kernel.Wording.unknown;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a request about clinics is refused. */
enum ClinicReason implements Refusal.Reason {
    PORTAL_UNKNOWN(unknown("There is no portal at this address. Check it with the clinic.")),
    CLINIC_NOT_FOUND(unknown("There is no such clinic.")),
    SLUG_TAKEN(conflict("Another clinic has this slug, or had it within a year. Choose a different one.")),
    LOCATION_NOT_FOUND(unknown("There is no location with this id at your clinic.")),
    PRACTITIONER_NOT_FOUND(unknown("There is no practitioner with this id at your clinic.")),
    SERVICE_NOT_FOUND(unknown("There is no service with this id at your clinic."));

    private final Wording wording;

    ClinicReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
