package dev.latchkey.login;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.clients.Clients;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Sends a client a login link because staff asked, to the address that staff have just confirmed and to no other. */
@ApplicationScoped
class OrderingLink {

    private final Clients clients;
    private final Clinics clinics;
    private final MintingLink minting;

    OrderingLink(Clients clients, Clinics clinics, MintingLink minting) {
        this.clients = clients;
        this.clinics = clinics;
        this.minting = minting;
    }

    @Transactional
    LoginLink by(StaffCaller caller, UUID clientId, EmailAddress confirmed) {
        minting.lock(caller.clinicId(), confirmed.key());
        var client = clients.of(caller, clientId);
        client.mustBeActive();
        var stored = client.email().orElseThrow(LoginReason.CLIENT_WITHOUT_EMAIL::refusal);
        if (!stored.key().equals(confirmed.key())) {
            throw LoginReason.EMAIL_MISMATCH.refusal();
        }
        var link = minting.of(clinics.get(caller.clinicId()), stored);
        link.orderedBy(caller.staffMemberId(), client.id());
        return link;
    }
}
