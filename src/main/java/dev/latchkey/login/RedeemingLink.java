package dev.latchkey.login;

import dev.latchkey.clients.Addressee;
import dev.latchkey.clients.Clients;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Secret;
import dev.latchkey.loginlinks.LoginCode;
import dev.latchkey.loginlinks.LoginLink;
import dev.latchkey.loginlinks.LoginLinks;
import dev.latchkey.loginlinks.LoginReason;
import dev.latchkey.loginlinks.LoginRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Function;

/** Spends a login link, and opens a session or, where several share the address, a profile choice. */
@ApplicationScoped
class RedeemingLink {

    private final LoginLinks links;
    private final LoginRequests requests;
    private final Clients clients;
    private final OpeningSession opening;
    private final InstallationSecret secret;
    private final RedemptionTrail trail;

    RedeemingLink(
            LoginLinks links,
            LoginRequests requests,
            Clients clients,
            OpeningSession opening,
            InstallationSecret secret,
            RedemptionTrail trail) {
        this.links = links;
        this.requests = requests;
        this.clients = clients;
        this.opening = opening;
        this.secret = secret;
        this.trail = trail;
    }

    /**
     * Commits when it refuses too: the attempt must stay on record.
     *
     * @param answer is built before the link counts as spent
     */
    @Transactional(dontRollbackOn = Refusal.class)
    <A> A redeem(Secret token, Function<RedemptionResult, A> answer) {
        var link = links.find(token).orElseThrow(() -> trail.recordUnknown(null, LoginReason.LOGIN_LINK_UNKNOWN)
                .refusal());
        return answer.apply(spend(link, Function.identity()));
    }

    /** With the code of the letter, where the link was asked for. Every mistake gets the same answer: a code can be guessed. */
    @Transactional(dontRollbackOn = Refusal.class)
    <A> A redeemCode(UUID requestId, LoginCode code, Function<RedemptionResult, A> answer) {
        var mayTry = requests.countTry(requestId);
        var link = links.find(requestId, code.hashes(requestId, secret))
                .filter(known -> mayTry)
                .orElseThrow(() -> trail.recordUnknown(requests.clinicOf(requestId), LoginReason.LOGIN_CODE_WRONG)
                        .refusal());
        return answer.apply(spend(link, why -> LoginReason.LOGIN_CODE_WRONG));
    }

    /** @param told what of the true reason the caller may know: the holder of a real token all of it */
    private RedemptionResult spend(LoginLink link, Function<LoginReason, LoginReason> told) {
        if (link.terminalState() != null) { // for good, so no client need be locked
            throw told.apply(trail.recordDead(link, link.rejection())).refusal();
        }
        var profiles = clients.activeAtForShare(link.clinicId(), link.address().key());
        if (profiles.isEmpty()) {
            links.revoke(new Addressee(link.clinicId(), link.address().key()));
        }
        if (!links.redeem(link)) {
            throw told.apply(trail.recordDead(link, links.currentRejection(link)))
                    .refusal();
        }
        return opening.open(link, profiles);
    }
}
