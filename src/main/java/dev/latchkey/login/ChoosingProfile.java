package dev.latchkey.login;

import dev.latchkey.access.Session;
import dev.latchkey.access.Sessions;
import dev.latchkey.clients.Client;
import dev.latchkey.clients.Clients;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Secret;
import dev.latchkey.login.RedeemingLink.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Opens the session of the profile that was chosen. Who is no longer reached at the link's address cannot be chosen any more. */
@ApplicationScoped
class ChoosingProfile {

    private final ProfileChoices choices;
    private final LoginLinks links;
    private final Clients clients;
    private final Sessions sessions;
    private final Clock clock;

    ChoosingProfile(ProfileChoices choices, LoginLinks links, Clients clients, Sessions sessions, Clock clock) {
        this.choices = choices;
        this.links = links;
        this.clients = clients;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Commits when it refuses too: a wrong try must count. */
    @Transactional(dontRollbackOn = Refusal.class)
    SignedIn with(Secret token, String ref) {
        var now = clock.instant();
        var choice = choices.findAndLock(token);
        choice.mustBeOpen(now);
        var profile = chosen(choice, ref);
        if (profile.isEmpty()) {
            choice.missed();
            throw LoginReason.PROFILE_REF_UNKNOWN.refusal();
        }
        choice.chosen(now);
        var session = Session.ofClient(choice.clinicId(), profile.get().id(), choice.loginLinkId(), now);
        sessions.open(session);
        return new SignedIn(profile.get(), session);
    }

    private Optional<Client> chosen(ProfileChoice choice, String ref) {
        var address = links.findById(choice.loginLinkId()).address();
        return choice.clientBehind(ref)
                .flatMap(clientId -> clients.enteringAt(choice.clinicId(), address.key()).stream()
                        .filter(client -> client.id().equals(clientId))
                        .findFirst());
    }
}
