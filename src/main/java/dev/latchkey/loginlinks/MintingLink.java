package dev.latchkey.loginlinks;

import dev.latchkey.clinics.Clinic;
import dev.latchkey.clinics.PortalAddress;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.kernel.Secret;
import dev.latchkey.mail.Letters;
import dev.latchkey.mail.LoginLinkLetter;
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
    private final Letters letters;
    private final PortalAddress portal;
    private final InstallationSecret secret;
    private final Clock clock;

    MintingLink(LoginLinks links, Letters letters, PortalAddress portal, InstallationSecret secret, Clock clock) {
        this.links = links;
        this.letters = letters;
        this.portal = portal;
        this.secret = secret;
        this.clock = clock;
    }

    /** Before clients are looked up, so that what is found still holds when the link is minted. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock(UUID clinicId, String addressKey) {
        links.lock(clinicId, addressKey);
    }

    /** Because staff ordered it. */
    @Transactional(Transactional.TxType.MANDATORY)
    LoginLink mint(Clinic clinic, EmailAddress address) {
        return issue(clinic, address, null);
    }

    /** Because it was asked for; a code in the letter works where that was done. */
    @Transactional(Transactional.TxType.MANDATORY)
    LoginLink mint(Clinic clinic, EmailAddress address, LoginRequest request) {
        var code = LoginCode.random();
        var link = issue(clinic, address, code);
        link.markRequested(request.id(), code.hash(request.id(), secret));
        return link;
    }

    private LoginLink issue(Clinic clinic, EmailAddress address, @Nullable LoginCode code) {
        lock(clinic.id(), address.key());
        links.supersede(clinic.id(), address.key()).ifPresent(letters::withdraw);
        var token = Secret.random();
        var mintedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var expiresAt = mintedAt.plus(LoginLink.LIFETIME);
        var url = portal.urlOf(clinic) + "/login#" + token.value();
        var content = new LoginLinkLetter(
                clinic.name(), url, code == null ? null : code.digits(), expiresAt, clinic.timeZone());
        var letter = letters.queue(clinic.id(), address, content);
        var link = new LoginLink(clinic.id(), address, token, letter, mintedAt);
        links.persist(link);
        return link;
    }
}
