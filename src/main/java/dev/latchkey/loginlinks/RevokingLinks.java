package dev.latchkey.loginlinks;

import dev.latchkey.clients.ClientLeftAddress;
import dev.latchkey.clients.Clients;
import dev.latchkey.mail.QueueingLetters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

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
        links.lock(left.clinicId(), left.addressKey());
        if (clients.activeAt(left.clinicId(), left.addressKey()).isEmpty()) {
            links.revoke(left.clinicId(), left.addressKey()).ifPresent(queueing::withdraw);
        }
    }
}
