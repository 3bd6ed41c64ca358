package dev.latchkey.emailchanges;

import dev.latchkey.clients.ClientAddressChanged;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.mail.QueueingLetters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/**
 * Tells the former address of a client by letter that it was changed: an address that a stranger talked the clinic into opens the client's
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

    /** Also of one who is not let in just now: they may be again, and by the other address. */
    void tell(@Observes ClientAddressChanged changed) {
        var clinic = clinics.get(changed.clinicId());
        queueing.queueNotice(
                clinic.id(),
                changed.former(),
                new AddressChangedLetter(
                        clinic.letterhead(changed.language().orElse(clinic.language())),
                        clock.instant(),
                        clinic.timeZoneOfLetters()));
    }
}
