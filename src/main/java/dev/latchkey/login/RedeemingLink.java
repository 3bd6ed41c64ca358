package dev.latchkey.login;

import dev.latchkey.access.Session;
import dev.latchkey.access.Sessions;
import dev.latchkey.clients.Client;
import dev.latchkey.clients.Clients;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.kernel.Secret;
import dev.latchkey.login.LoginLinks.Addressee;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Spends a login link, and opens a session or, where several share the address, a profile choice. */
@ApplicationScoped
class RedeemingLink {

    private final LoginLinks links;
    private final LoginRequests requests;
    private final Clients clients;
    private final Sessions sessions;
    private final ProfileChoices choices;
    private final InstallationSecret secret;
    private final Clock clock;

    RedeemingLink(
            LoginLinks links,
            LoginRequests requests,
            Clients clients,
            Sessions sessions,
            ProfileChoices choices,
            InstallationSecret secret,
            Clock clock) {
        this.links = links;
        this.requests = requests;
        this.clients = clients;
        this.sessions = sessions;
        this.choices = choices;
        this.secret = secret;
        this.clock = clock;
    }

    @Transactional
    Redeemed with(Secret token) {
        var addressee = links.addressee(token).orElseThrow(LoginReason.LOGIN_LINK_UNKNOWN::refusal);
        return redeem(addressee, () -> links.whyNot(addressee));
    }

    /** With the code of the letter, where the link was asked for. Whatever is wrong is answered alike: a code can be guessed. */
    @Transactional
    Redeemed with(UUID requestId, LoginCode code) {
        if (!requests.countTry(requestId)) {
            throw LoginReason.LOGIN_CODE_WRONG.refusal();
        }
        var addressee = links.addressee(requestId, code.hashes(requestId, secret))
                .orElseThrow(LoginReason.LOGIN_CODE_WRONG::refusal);
        return redeem(addressee, () -> LoginReason.LOGIN_CODE_WRONG);
    }

    private Redeemed redeem(Addressee addressee, Supplier<LoginReason> whyNot) {
        var profiles = clients.enteringAt(addressee.clinicId(), addressee.addressKey());
        var link = links.redeem(addressee).orElseThrow(() -> whyNot.get().refusal());
        return switch (profiles.size()) {
            case 0 -> throw LoginReason.LOGIN_LINK_REVOKED.refusal();
            case 1 -> enter(link, profiles);
            default -> letChoose(link, profiles);
        };
    }

    private Redeemed enter(LoginLink link, List<Client> profiles) {
        var session = Session.ofClient(link.clinicId(), profiles.get(0).id(), link.id(), clock.instant());
        sessions.open(session);
        return new SignedIn(profiles.get(0), session);
    }

    private Redeemed letChoose(LoginLink link, List<Client> profiles) {
        var token = Secret.random();
        var choice = new ProfileChoice(link, token, profiles, clock.instant());
        choices.persist(choice);
        return new ChoiceRequired(choice, token, profiles);
    }

    /** What a redeemed link leads to. */
    sealed interface Redeemed permits SignedIn, ChoiceRequired {}

    record SignedIn(Client profile, Session session) implements Redeemed {}

    record ChoiceRequired(ProfileChoice choice, Secret token, List<Client> profiles) implements Redeemed {}
}
