package dev.latchkey.login;

import dev.latchkey.clinics.Clinic;
import dev.latchkey.clinics.PortalAddress;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Secret;
import dev.latchkey.mail.Letters;
import dev.latchkey.mail.LoginLinkLetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Cancels the live link of an address, mints a new one and sends it. */
@ApplicationScoped
class MintingLink {

    private final LoginLinks links;
    private final Letters letters;
    private final PortalAddress portal;
    private final Clock clock;

    MintingLink(LoginLinks links, Letters letters, PortalAddress portal, Clock clock) {
        this.links = links;
        this.letters = letters;
        this.portal = portal;
        this.clock = clock;
    }

    /** Before clients are looked up, so that what is found still holds when the link is minted. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock(UUID clinicId, String addressKey) {
        links.lock(clinicId, addressKey);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    LoginLink of(Clinic clinic, EmailAddress address) {
        lock(clinic.id(), address.key());
        links.supersede(clinic.id(), address.key()).ifPresent(letters::withdraw);
        var token = Secret.random();
        var mintedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var expiresAt = mintedAt.plus(LoginLink.LIFETIME);
        var url = portal.of(clinic) + "/login#" + token.value();
        var letter = letters.queue(
                clinic.id(), address, new LoginLinkLetter(clinic.name(), url, expiresAt, clinic.timeZone()));
        var link = new LoginLink(clinic.id(), address, token, letter, mintedAt);
        links.persist(link);
        return link;
    }
}
