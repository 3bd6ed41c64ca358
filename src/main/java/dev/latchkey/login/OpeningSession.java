package dev.latchkey.login;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clients.Client;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.PortalSettings;
import dev.latchkey.clinics.PortalSettings.SecondQuestion;
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

/**
 * Opens what a link leads to: the session of the one profile at its address or, where several share it or the clinic asks that one a second question,
 * a profile choice.
 */
@ApplicationScoped
class OpeningSession {

    private final Sessions sessions;
    private final ProfileChoices choices;
    private final Clinics clinics;
    private final Audit audit;
    private final Clock clock;

    OpeningSession(Sessions sessions, ProfileChoices choices, Clinics clinics, Audit audit, Clock clock) {
        this.sessions = sessions;
        this.choices = choices;
        this.clinics = clinics;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    RedemptionResult open(LoginLink link, List<Client> profiles) {
        var portal = clinics.get(link.clinicId()).portal();
        if (profiles.size() > 1) {
            return letChoose(link, profiles, portal, LinkRedeemed.PROFILE_CHOICE, LoginAction.PROFILES_LISTED);
        }
        var profile = profiles.get(0);
        return profile.findQuestion(portal) == SecondQuestion.NONE
                ? enter(link, profile)
                : letChoose(link, profiles, portal, LinkRedeemed.SECOND_QUESTION, LoginAction.SECOND_QUESTION_ASKED);
    }

    private SignedIn enter(LoginLink link, Client profile) {
        var session = Session.ofClient(link.clinicId(), profile.id(), link.id(), clock.instant());
        sessions.open(session, RedemptionTrail.redeemed(link, LinkRedeemed.SIGNED_IN));
        return new SignedIn(profile, session);
    }

    private ChoiceRequired letChoose(
            LoginLink link, List<Client> profiles, PortalSettings portal, LinkRedeemed outcome, LoginAction next) {
        audit.record(RedemptionTrail.redeemed(link, outcome));
        var token = Secret.random();
        var choice = new ProfileChoice(link, token, profiles, clock.instant());
        choices.persist(choice);
        audit.record(AuditEntry.of(next, Actor.visitor(), link.clinicId()).link(link.id()));
        return new ChoiceRequired(choice, token, profiles, portal);
    }
}
