package dev.latchkey.loginlinks;

import dev.latchkey.clients.Clients;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.loginlinks.LoginRequest.UnsealedRequest;
import dev.latchkey.mail.NewLetter;
import dev.latchkey.mail.QueueingLetters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Tells the clients of a clinic whose portal is off what the clinic says about it, where they asked for a login link. */
@ApplicationScoped
class TellingPortalOff {

    private final Clinics clinics;
    private final Clients clients;
    private final QueueingLetters queueing;

    TellingPortalOff(Clinics clinics, Clients clients, QueueingLetters queueing) {
        this.clinics = clinics;
        this.clients = clients;
        this.queueing = queueing;
    }

    /** Names those who asked at such a clinic. Strangers among them get no letter. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<UnsealedRequest> tell(List<UnsealedRequest> all) {
        var off = all.stream()
                .filter(asked -> !clinics.get(asked.clinicId()).portal().isOn())
                .toList();
        if (!off.isEmpty()) {
            var known = clients.emailsOf(
                    off.stream().map(UnsealedRequest::addressee).toList());
            queueing.queue(known.entrySet().stream()
                    .map(reached -> {
                        var clinic = clinics.get(reached.getKey().clinicId());
                        return new NewLetter(
                                clinic.id(),
                                reached.getValue(),
                                new PortalOffLetter(
                                        clinic.name(), clinic.portal().message(), clinic.phone()));
                    })
                    .toList());
        }
        return off;
    }
}
