package dev.latchkey.loginlinks;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.bounces.AddressFlags;
import dev.latchkey.clients.Addressee;
import dev.latchkey.clients.Client;
import dev.latchkey.clients.Clients;
import dev.latchkey.clients.Clients.Recipient;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.loginlinks.LoginRequest.UnsealedRequest;
import dev.latchkey.loginlinks.MintingLink.OrderedLink;
import dev.latchkey.loginlinks.MintingLink.RequestedLink;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends a client a login link, to the address on their record and to no other. */
@ApplicationScoped
public class SendingLink {

    private final Clinics clinics;
    private final Clients clients;
    private final AddressFlags flags;
    private final MintingLink minting;
    private final Audit audit;

    SendingLink(Clinics clinics, Clients clients, AddressFlags flags, MintingLink minting, Audit audit) {
        this.clinics = clinics;
        this.clients = clients;
        this.flags = flags;
        this.minting = minting;
        this.audit = audit;
    }

    /** Those whose letter would only come back. */
    List<UnsealedRequest> findBounced(List<UnsealedRequest> all) {
        var flagged = flags.among(all.stream().map(UnsealedRequest::addressee).toList());
        return all.stream().filter(asked -> flagged.contains(asked.addressee())).toList();
    }

    /** Because they were asked for on a portal page. Only those are answered at whose address a client of the clinic is reached. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<UnsealedRequest> send(List<UnsealedRequest> all) {
        var locked = minting.lock(all.stream().map(UnsealedRequest::addressee).toList());
        var stored = clients.reachedAt(locked.addressees());
        var known = all.stream()
                .filter(asked -> stored.containsKey(asked.addressee()))
                .toList();
        minting.mint(
                        locked,
                        known.stream()
                                .map(asked -> new RequestedLink(
                                        asked.request(), Objects.requireNonNull(stored.get(asked.addressee()))))
                                .toList())
                .forEach(link ->
                        audit.record(AuditEntry.of(LoginLinkAction.LOGIN_LINK_SENT, Actor.system(), link.clinicId())
                                .address(link.address())
                                .link(link.id())));
        return known;
    }

    /** Because staff asked for it, who have just confirmed the address. */
    public <A> A send(StaffCaller caller, UUID clientId, EmailAddress confirmed, Function<LoginLink, A> answer) {
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
        clients.activeAtForShare(
                caller.clinicId(), confirmed.key()); // before the address, as those who change a client do
        var mailbox = new Addressee(caller.clinicId(), confirmed.key());
        var locked = minting.lock(List.of(mailbox));
        var client = clients.get(caller, clientId);
        client.requireActive();
        client.requirePortalAccess();
        var stored = client.email().orElseThrow(LoginReason.CLIENT_WITHOUT_EMAIL::refusal);
        if (!stored.key().equals(confirmed.key())) {
            throw LoginReason.EMAIL_MISMATCH.refusal();
        }
        if (!clinics.get(caller.clinicId()).portal().isOn()) {
            throw LoginReason.PORTAL_OFF.refusal();
        }
        flags.requireNone(mailbox);
        var recipient = new Recipient(stored, client.language());
        var order = new OrderedLink(caller.clinicId(), recipient, caller.staffMemberId(), client.id(), false);
        var link = minting.mintOrdered(locked, List.of(order)).get(0);
        audit.record(entry(LoginLinkAction.LOGIN_LINK_ORDERED, caller, clientId, stored)
                .link(link.id()));
        return link;
    }

    /**
     * Because staff had links sent to many at once: one to each of these addresses. Their clients are locked, and so are reached there.
     *
     * @param clients whom each of the addresses was found by
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Addressee, LoginLink> sendMany(UUID staffMemberId, Map<Addressee, Client> clients) {
        var locked = minting.lock(List.copyOf(clients.keySet()));
        return minting
                .mintOrdered(
                        locked,
                        clients.values().stream()
                                .map(client -> order(staffMemberId, client))
                                .toList())
                .stream()
                .collect(Collectors.toMap(SendingLink::addressee, link -> {
                    audit.record(AuditEntry.of(
                                    LoginLinkAction.LOGIN_LINK_ORDERED, Actor.staff(staffMemberId), link.clinicId())
                            .client(Objects.requireNonNull(clients.get(addressee(link)))
                                    .id())
                            .address(link.address())
                            .link(link.id()));
                    return link;
                }));
    }

    private static OrderedLink order(UUID staffMemberId, Client client) {
        var recipient = new Recipient(client.email().orElseThrow(), client.language());
        return new OrderedLink(client.clinicId(), recipient, staffMemberId, client.id(), true);
    }

    private static Addressee addressee(LoginLink link) {
        return new Addressee(link.clinicId(), link.address().key());
    }

    private static AuditEntry entry(AuditAction act, StaffCaller caller, UUID clientId, EmailAddress address) {
        return AuditEntry.of(act, caller.actor(), caller.clinicId())
                .client(clientId)
                .address(address);
    }
}
