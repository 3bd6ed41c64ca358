package dev.latchkey.loginlinks;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.PortalAddress;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.kernel.Secret;
import dev.latchkey.mail.QueueingLetters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cancels the live link of an address, mints a new one and sends it. */
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

    /** Before clients are looked up, so that what is found still holds when the link is minted. */
    @Transactional(Transactional.TxType.MANDATORY)
    LockedAddress lock(UUID clinicId, EmailAddress address) {
        links.lock(clinicId, address.key());
        return new LockedAddress(clinicId, address);
    }

    /** Because staff ordered it. */
    @Transactional(Transactional.TxType.MANDATORY)
    LoginLink mint(LockedAddress address, StaffCaller orderedBy, UUID clientId) {
        var link = issue(address, null);
        link.markSentBy(orderedBy.staffMemberId(), clientId);
        links.persist(link);
        return link;
    }

    /** Because it was asked for; a code in the letter works where that was done. */
    @Transactional(Transactional.TxType.MANDATORY)
    LoginLink mint(LockedAddress address, LoginRequest request) {
        var code = LoginCode.random();
        var link = issue(address, code);
        link.markRequested(request.id(), code.hash(request.id(), secret));
        links.persist(link);
        return link;
    }

    private LoginLink issue(LockedAddress locked, @Nullable LoginCode code) {
        var clinicId = locked.clinicId();
        var address = locked.address();
        links.supersede(clinicId, address.key()).ifPresent(queueing::withdraw);
        var token = Secret.random();
        var mintedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var expiresAt = mintedAt.plus(LoginLink.LIFETIME);
        var clinic = clinics.get(clinicId);
        var url = portal.urlOf(clinic) + "/login#" + token.value();
        var content = new LoginLinkLetter(
                clinic.name(), url, code == null ? null : code.digits(), expiresAt, clinic.timeZoneOfLetters());
        var letter = queueing.queue(clinicId, address, content);
        return new LoginLink(clinicId, address, token, letter, mintedAt);
    }

    /** Until the transaction ends. */
    record LockedAddress(UUID clinicId, EmailAddress address) {

        /** The same mailbox, as its client's record spells it. */
        LockedAddress writtenAs(EmailAddress stored) {
            if (!stored.key().equals(address.key())) {
                throw new IllegalArgumentException("another address is locked");
            }
            return new LockedAddress(clinicId, stored);
        }
    }
}
