package dev.latchkey.emailchanges;

import dev.latchkey.clients.ClientLeftAddress;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.mail.QueueingLetters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/**
 * Tells the former address of a client by letter that staff changed it: an address that a stranger talked the clinic into opens the client's
 * records, and only the former one can say so.
 */
@ApplicationScoped
class TellingFormerAddress {

    private final Clinics clinics;
    private final QueueingLetters queueing;
    private final Clock clock;

    TellingFormerAddress(Clinics clinics, QueueingLetters queueing, Clock clock) {
        this.clinics = clinics;
        this.queueing = queueing;
        this.clock = clock;
    }

    /** Who is archived, or let in no more, has the same address as before. */
    void tell(@Observes ClientLeftAddress left) {
        if (!left.isKept()) {
            var clinic = clinics.get(left.clinicId());
            queueing.queueNotice(
                    clinic.id(),
                    left.address(),
                    new AddressChangedLetter(clinic.name(), clock.instant(), clinic.timeZoneOfLetters()));
        }
    }
}
