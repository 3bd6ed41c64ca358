package dev.latchkey.loginlinks;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clients.Clients;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/** Sends a client a login link because staff asked, to the address that staff have just confirmed and to no other. */
@ApplicationScoped
class SendingLink {

    private final Clients clients;
    private final Clinics clinics;
    private final MintingLink minting;
    private final Audit audit;

    SendingLink(Clients clients, Clinics clinics, MintingLink minting, Audit audit) {
        this.clients = clients;
        this.clinics = clinics;
        this.minting = minting;
        this.audit = audit;
    }

    <A> A send(StaffCaller caller, UUID clientId, EmailAddress confirmed, Function<LoginLink, A> answer) {
        try {
            return QuarkusTransaction.joiningExisting().call(() -> answer.apply(mintLink(caller, clientId, confirmed)));
        } catch (Refusal refused) {
            if (refused.reason() == LoginReason.EMAIL_MISMATCH) {
                audit.recordRefused(entry(LoginLinkAction.ADDRESS_MISMATCH, caller, clientId, confirmed)
                        .because(refused.reason()));
            }
            throw refused;
        }
    }

    private LoginLink mintLink(StaffCaller caller, UUID clientId, EmailAddress confirmed) {
        minting.lock(caller.clinicId(), confirmed.key());
        var client = clients.get(caller, clientId);
        client.requireActive();
        var stored = client.email().orElseThrow(LoginReason.CLIENT_WITHOUT_EMAIL::refusal);
        if (!stored.key().equals(confirmed.key())) {
            throw LoginReason.EMAIL_MISMATCH.refusal();
        }
        var link = minting.mint(clinics.get(caller.clinicId()), stored);
        link.markSentBy(caller.staffMemberId(), client.id());
        audit.record(entry(LoginLinkAction.LOGIN_LINK_ORDERED, caller, clientId, stored)
                .link(link.id()));
        return link;
    }

    private static AuditEntry entry(AuditAction act, StaffCaller caller, UUID clientId, EmailAddress address) {
        return AuditEntry.of(act, caller.actor(), caller.clinicId())
                .client(clientId)
                .address(address);
    }
}
