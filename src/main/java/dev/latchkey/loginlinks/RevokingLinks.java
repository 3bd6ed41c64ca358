package dev.latchkey.loginlinks;

import dev.latchkey.clients.Addressee;
import dev.latchkey.clients.ClientLeftAddress;
import dev.latchkey.clients.Clients;
import dev.latchkey.mail.QueueingLetters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Revokes the live link of an address that no client is reached at any more. */
@ApplicationScoped
class RevokingLinks {

    private final LoginLinks links;
    private final Clients clients;
    private final QueueingLetters queueing;

    RevokingLinks(LoginLinks links, Clients clients, QueueingLetters queueing) {
        this.links = links;
        this.clients = clients;
        this.queueing = queueing;
    }

    void revoke(@Observes ClientLeftAddress left) {
        var addressee = new Addressee(left.clinicId(), left.addressKey());
        links.lock(List.of(addressee));
        if (clients.activeAt(left.clinicId(), left.addressKey()).isEmpty()) {
            queueing.withdraw(links.revoke(addressee));
        }
    }
}
