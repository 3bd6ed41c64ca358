package dev.latchkey.login;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clients.Client;
import dev.latchkey.clients.Clients;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Secret;
import dev.latchkey.loginlinks.LoginCode;
import dev.latchkey.loginlinks.LoginLink;
import dev.latchkey.loginlinks.LoginLinks;
import dev.latchkey.loginlinks.LoginReason;
import dev.latchkey.loginlinks.LoginRequests;
import dev.latchkey.sessions.Session;
import dev.latchkey.sessions.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Spends a login link, and opens a session or, where several share the address, a profile choice. */
@ApplicationScoped
class RedeemingLink {

    private final LoginLinks links;
    private final LoginRequests requests;
    private final Clients clients;
    private final Sessions sessions;
    private final ProfileChoices choices;
    private final InstallationSecret secret;
    private final Audit audit;
    private final Clock clock;

    RedeemingLink(
            LoginLinks links,
            LoginRequests requests,
            Clients clients,
            Sessions sessions,
            ProfileChoices choices,
            InstallationSecret secret,
            Audit audit,
            Clock clock) {
        this.links = links;
        this.requests = requests;
        this.clients = clients;
        this.sessions = sessions;
        this.choices = choices;
        this.secret = secret;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Commits when it refuses too: the attempt must stay on record.
     *
     * @param answer is built before the link counts as spent
     */
    @Transactional(dontRollbackOn = Refusal.class)
    <A> A redeem(Secret token, Function<RedemptionResult, A> answer) {
        var link = links.find(token).orElseThrow(() -> rejected(null, LoginReason.LOGIN_LINK_UNKNOWN)
                .refusal());
        return answer.apply(spend(link, Function.identity()));
    }

    /** With the code of the letter, where the link was asked for. Every mistake gets the same answer: a code can be guessed. */
    @Transactional(dontRollbackOn = Refusal.class)
    <A> A redeemCode(UUID requestId, LoginCode code, Function<RedemptionResult, A> answer) {
        var mayTry = requests.countTry(requestId);
        var link = links.find(requestId, code.hashes(requestId, secret))
                .filter(known -> mayTry)
                .orElseThrow(() -> rejected(requests.clinicOf(requestId), LoginReason.LOGIN_CODE_WRONG)
                        .refusal());
        return answer.apply(spend(link, why -> LoginReason.LOGIN_CODE_WRONG));
    }

    /** @param told what of the true reason the caller may know: the holder of a real token all of it */
    private RedemptionResult spend(LoginLink link, Function<LoginReason, LoginReason> told) {
        if (link.terminalState() != null) { // for good, so no client need be locked
            throw told.apply(foundDead(link, link.rejection())).refusal();
        }
        var profiles = clients.activeAtForShare(link.clinicId(), link.address().key());
        if (profiles.isEmpty()) {
            links.revoke(link.clinicId(), link.address().key());
        }
        if (!links.redeem(link)) {
            throw told.apply(foundDead(link, links.currentRejection(link))).refusal();
        }
        return profiles.size() == 1 ? enter(link, profiles) : letChoose(link, profiles);
    }

    private LoginReason rejected(@Nullable UUID clinicId, LoginReason why) {
        audit.record(AuditEntry.of(LoginAction.LOGIN_LINK_REJECTED, Actor.visitor(), clinicId)
                .because(why));
        return why;
    }

    private LoginReason foundDead(LoginLink link, LoginReason why) {
        var act =
                why == LoginReason.LOGIN_LINK_USED ? LoginAction.LOGIN_LINK_REPLAYED : LoginAction.LOGIN_LINK_REJECTED;
        audit.record(noted(act, link).because(why));
        return why;
    }

    private static AuditEntry noted(AuditAction act, LoginLink link) {
        return AuditEntry.of(act, Actor.visitor(), link.clinicId())
                .link(link.id())
                .address(link.address());
    }

    private RedemptionResult enter(LoginLink link, List<Client> profiles) {
        audit.record(noted(LinkRedeemed.SIGNED_IN, link));
        var session = Session.ofClient(link.clinicId(), profiles.get(0).id(), link.id(), clock.instant());
        sessions.open(session);
        return new SignedIn(profiles.get(0), session);
    }

    private RedemptionResult letChoose(LoginLink link, List<Client> profiles) {
        audit.record(noted(LinkRedeemed.PROFILE_CHOICE, link));
        var token = Secret.random();
        var choice = new ProfileChoice(link, token, profiles, clock.instant());
        choices.persist(choice);
        audit.record(AuditEntry.of(LoginAction.PROFILES_LISTED, Actor.visitor(), link.clinicId())
                .link(link.id()));
        return new ChoiceRequired(choice, token, profiles);
    }

    /** What a redeemed link leads to. */
    sealed interface RedemptionResult permits SignedIn, ChoiceRequired {}

    record SignedIn(Client profile, Session session) implements RedemptionResult {}

    record ChoiceRequired(ProfileChoice choice, Secret token, List<Client> profiles) implements RedemptionResult {}
}
