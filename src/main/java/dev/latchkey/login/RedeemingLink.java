package dev.latchkey.login;

import dev.latchkey.clients.Addressee;
import dev.latchkey.clients.Clients;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Secret;
import dev.latchkey.loginlinks.LoginCode;
import dev.latchkey.loginlinks.LoginLimits;
import dev.latchkey.loginlinks.LoginLink;
import dev.latchkey.loginlinks.LoginLinks;
import dev.latchkey.loginlinks.LoginReason;
import dev.latchkey.loginlinks.LoginRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Spends a login link, and opens a session or, where several share the address, a profile choice. */
@ApplicationScoped
class RedeemingLink {

    private final LoginLinks links;
    private final LoginRequests requests;
    private final Clients clients;
    private final OpeningSession opening;
    private final InstallationSecret secret;
    private final RedemptionTrail trail;
    private final LoginLimits limits;

    RedeemingLink(
            LoginLinks links,
            LoginRequests requests,
            Clients clients,
            OpeningSession opening,
            InstallationSecret secret,
            RedemptionTrail trail,
            LoginLimits limits) {
        this.links = links;
        this.requests = requests;
        this.clients = clients;
        this.opening = opening;
        this.secret = secret;
        this.trail = trail;
        this.limits = limits;
    }

    /**
     * Commits when it refuses too: the attempt must stay on record.
     *
     * @param answer is built before the link counts as spent
     */
    @Transactional(dontRollbackOn = Refusal.class)
    <A> A redeem(Secret token, Function<RedemptionResult, A> answer) {
        var link = links.find(token).orElseThrow(this::unknown);
        return answer.apply(spend(link, limits::countWrongSecret));
    }

    private Refusal unknown() {
        var why = limits.countWrongSecret(LoginReason.LOGIN_LINK_UNKNOWN);
        return trail.recordUnknown(null, why).refusal();
    }

    /** With the code of the letter, where the link was asked for. Every mistake gets the same answer: a code can be guessed. */
    @Transactional(dontRollbackOn = Refusal.class)
    <A> A redeemCode(UUID requestId, LoginCode code, Function<RedemptionResult, A> answer) {
        requests.requirePortalOn(requestId);
        var mayTry = requests.countTry(requestId);
        var link = links.find(requestId, code.hashes(requestId, secret))
                .filter(known -> mayTry)
                .orElseThrow(() -> trail.recordUnknown(requests.clinicOf(requestId), LoginReason.LOGIN_CODE_WRONG)
                        .refusal());
        return answer.apply(spend(link, why -> LoginReason.LOGIN_CODE_WRONG));
    }

    /** @param counted counts the failure, or refuses, and makes of the true reason what the caller may know: the holder of a real token all of it */
    private RedemptionResult spend(LoginLink link, UnaryOperator<LoginReason> counted) {
        if (link.terminalState() != null) { // for good, so no client need be locked
            throw refusal(link, link.rejection(), counted);
        }
        var profiles = clients.activeAtForShare(link.clinicId(), link.address().key());
        if (profiles.isEmpty()) {
            var refusal = refusal(link, LoginReason.LOGIN_LINK_REVOKED, counted);
            links.revoke(new Addressee(link.clinicId(), link.address().key()));
            throw refusal;
        }
        if (!links.redeem(link)) {
            throw refusal(link, links.currentRejection(link), counted);
        }
        return opening.open(link, profiles);
    }

    /** Counted first: what is over the limit must not fill the audit trail. That a portal is off is no one's mistake, and everybody may know it. */
    private Refusal refusal(LoginLink link, LoginReason why, UnaryOperator<LoginReason> counted) {
        if (why == LoginReason.PORTAL_OFF) {
            return why.refusal();
        }
        var told = counted.apply(why);
        trail.recordDead(link, why);
        return told.refusal();
    }
}
