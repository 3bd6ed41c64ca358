package dev.latchkey.emailchanges;

import dev.latchkey.clients.Client;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.PortalAddress;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Secret;
import dev.latchkey.mail.QueueingLetters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Writes the letter that asks to confirm an e-mail, in the client's language. */
@ApplicationScoped
class QueueingConfirmation {

    private final Clinics clinics;
    private final PortalAddress portal;
    private final QueueingLetters queueing;

    QueueingConfirmation(Clinics clinics, PortalAddress portal, QueueingLetters queueing) {
        this.clinics = clinics;
        this.portal = portal;
        this.queueing = queueing;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    UUID queue(Client client, EmailAddress email, Secret token, Instant endsAt) {
        var clinic = clinics.get(client.clinicId());
        return queueing.queue(
                clinic.id(),
                email,
                new EmailConfirmationLetter(
                        clinic.letterhead(client.language().orElse(clinic.language())),
                        portal.urlOf(clinic) + "/confirm-email#" + token.value(),
                        endsAt,
                        clinic.timeZoneOfLetters()));
    }
}
