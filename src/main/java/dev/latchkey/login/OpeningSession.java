package dev.latchkey.login;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clients.Client;
import dev.latchkey.kernel.Secret;
import dev.latchkey.login.RedemptionResult.ChoiceRequired;
import dev.latchkey.login.RedemptionResult.SignedIn;
import dev.latchkey.loginlinks.LoginLink;
import dev.latchkey.sessions.Session;
import dev.latchkey.sessions.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;

/** Opens what a link leads to: the session of the one profile at its address or, where several share it, a profile choice. */
@ApplicationScoped
class OpeningSession {

    private final Sessions sessions;
    private final ProfileChoices choices;
    private final Audit audit;
    private final Clock clock;

    OpeningSession(Sessions sessions, ProfileChoices choices, Audit audit, Clock clock) {
        this.sessions = sessions;
        this.choices = choices;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    RedemptionResult open(LoginLink link, List<Client> profiles) {
        return profiles.size() == 1 ? enter(link, profiles.get(0)) : letChoose(link, profiles);
    }

    private SignedIn enter(LoginLink link, Client profile) {
        var session = Session.ofClient(link.clinicId(), profile.id(), link.id(), clock.instant());
        sessions.open(session, RedemptionTrail.redeemed(link, LinkRedeemed.SIGNED_IN));
        return new SignedIn(profile, session);
    }

    private ChoiceRequired letChoose(LoginLink link, List<Client> profiles) {
        audit.record(RedemptionTrail.redeemed(link, LinkRedeemed.PROFILE_CHOICE));
        var token = Secret.random();
        var choice = new ProfileChoice(link, token, profiles, clock.instant());
        choices.persist(choice);
        audit.record(AuditEntry.of(LoginAction.PROFILES_LISTED, Actor.visitor(), link.clinicId())
                .link(link.id()));
        return new ChoiceRequired(choice, token, profiles);
    }
}
