package dev.latchkey.invoices;

import dev.latchkey.clinics.Clinics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Which day it is, where the clinic is. */
@ApplicationScoped
class ClinicDate {

    private final Clinics clinics;
    private final Clock clock;

    ClinicDate(Clinics clinics, Clock clock) {
        this.clinics = clinics;
        this.clock = clock;
    }

    LocalDate today(UUID clinicId) {
        return LocalDate.ofInstant(clock.instant(), clinics.get(clinicId).timeZone());
    }
}
