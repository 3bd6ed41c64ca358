package dev.latchkey.loginlinks;

import dev.latchkey.clients.Addressee;
import dev.latchkey.clients.Clients.Recipient;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.PortalAddress;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.kernel.Secret;
import dev.latchkey.mail.NewLetter;
import dev.latchkey.mail.QueueingLetters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cancels the live links of addresses, mints new ones and sends them. */
@ApplicationScoped
class MintingLink {

    private final LoginLinks links;
    private final Clinics clinics;
    private final QueueingLetters queueing;
    private final PortalAddress portal;
    private final InstallationSecret secret;
    private final Clock clock;

    MintingLink(
            LoginLinks links,
            Clinics clinics,
            QueueingLetters queueing,
            PortalAddress portal,
            InstallationSecret secret,
            Clock clock) {
        this.links = links;
        this.clinics = clinics;
        this.queueing = queueing;
        this.portal = portal;
        this.secret = secret;
        this.clock = clock;
    }

    /** Before clients are looked up, so that what is found still holds when the links are minted. */
    @Transactional(Transactional.TxType.MANDATORY)
    LockedAddresses lock(List<Addressee> addressees) {
        links.lock(addressees);
        return new LockedAddresses(Set.copyOf(addressees));
    }

    /** Because staff ordered them, each at another address. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<LoginLink> mintOrdered(LockedAddresses locked, List<OrderedLink> ordered) {
        return issue(locked, ordered.stream().map(MintingLink::order).toList());
    }

    private static Order order(OrderedLink ordered) {
        return new Order(
                ordered.clinicId(),
                ordered.stored(),
                Secret.random(),
                null,
                ordered.isOneOfMany(),
                link -> link.markSentBy(ordered.staffMemberId(), ordered.clientId()));
    }

    /** Because they were asked for, each at another address; a code in the letter works where that was done. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<LoginLink> mint(LockedAddresses locked, List<RequestedLink> requested) {
        return issue(locked, requested.stream().map(this::order).toList());
    }

    private Order order(RequestedLink requested) {
        var request = requested.request();
        var code = LoginCode.random();
        return new Order(
                request.clinicId(),
                requested.stored(),
                Secret.random(),
                code,
                false,
                link -> link.markRequested(request.id(), code.hash(request.id(), secret)));
    }

    private List<LoginLink> issue(LockedAddresses locked, List<Order> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        var addressees = orders.stream().map(Order::addressee).toList();
        locked.require(addressees);
        queueing.withdraw(links.supersede(addressees));
        var mintedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var letters = queueing.queue(
                        orders.stream().map(order -> letter(order, mintedAt)).toList())
                .iterator();
        var minted = orders.stream()
                .map(order -> order.link(letters.next(), mintedAt))
                .toList();
        links.persist(minted);
        return minted;
    }

    private NewLetter letter(Order order, Instant mintedAt) {
        var clinic = clinics.get(order.clinicId());
        var content = new LoginLinkLetter(
                clinic.letterhead(order.reached().language().orElse(clinic.language())),
                portal.urlOf(clinic) + "/login#" + order.token().value(),
                order.code() == null ? null : order.code().digits(),
                mintedAt.plus(LoginLink.LIFETIME),
                clinic.timeZoneOfLetters());
        return new NewLetter(clinic.id(), order.reached().email(), content, order.isOneOfMany());
    }

    /** Until the transaction ends. */
    record LockedAddresses(Set<Addressee> addressees) {

        void require(List<Addressee> others) {
            if (!addressees.containsAll(others)) {
                throw new IllegalArgumentException("another address is locked");
            }
        }
    }

    /** @param stored the address that was typed, as its client's record spells it */
    record RequestedLink(LoginRequest request, Recipient stored) {}

    /** @param isOneOfMany that a staff member had sent at once */
    record OrderedLink(UUID clinicId, Recipient stored, UUID staffMemberId, UUID clientId, boolean isOneOfMany) {}

    private record Order(
            UUID clinicId,
            Recipient reached,
            Secret token,
            @Nullable LoginCode code,
            boolean isOneOfMany,
            Consumer<LoginLink> cause) {

        Addressee addressee() {
            return new Addressee(clinicId, reached.email().key());
        }

        LoginLink link(UUID letterId, Instant mintedAt) {
            var link = new LoginLink(clinicId, reached.email(), token, letterId, mintedAt);
            cause.accept(link);
            return link;
        }
    }
}
