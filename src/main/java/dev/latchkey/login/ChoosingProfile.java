package dev.latchkey.login;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clients.Clients;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Secret;
import dev.latchkey.login.AskingSecondQuestion.SecondAnswer;
import dev.latchkey.login.RedemptionResult.SignedIn;
import dev.latchkey.loginlinks.LoginReason;
import dev.latchkey.sessions.Session;
import dev.latchkey.sessions.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.Function;

/** Opens the session of the profile that was chosen. A client who is no longer reached at the link's address cannot be chosen any more. */
@ApplicationScoped
class ChoosingProfile {

    private final ProfileChoices choices;
    private final Clinics clinics;
    private final Clients clients;
    private final Sessions sessions;
    private final AskingSecondQuestion asking;
    private final RedemptionTrail trail;
    private final Clock clock;

    ChoosingProfile(
            ProfileChoices choices,
            Clinics clinics,
            Clients clients,
            Sessions sessions,
            AskingSecondQuestion asking,
            RedemptionTrail trail,
            Clock clock) {
        this.choices = choices;
        this.clinics = clinics;
        this.clients = clients;
        this.sessions = sessions;
        this.asking = asking;
        this.trail = trail;
        this.clock = clock;
    }

    /** Commits when it refuses too: a wrong try must count, also for the choice of a caller who has tried too often. */
    @Transactional(dontRollbackOn = Refusal.class)
    <A> A choose(Secret token, String ref, SecondAnswer given, Function<SignedIn, A> answer) {
        return answer.apply(enter(token, ref, given));
    }

    /** The clinic's row and the clients' before the choice's own, as staff do who end it. */
    private SignedIn enter(Secret token, String ref, SecondAnswer given) {
        var link = choices.findLink(token)
                .orElseThrow(() -> trail.recordRejection(null, null, LoginReason.CHOICE_TOKEN_INVALID));
        var clinic = clinics.findAndLockForShare(link.clinicId());
        var profiles = clients.activeAtForShare(link.clinicId(), link.address().key());
        var choice = choices.lockBehind(link);
        var now = clock.instant();
        if (!choice.isOpen(now)) {
            throw rejected(
                    choice,
                    choice.isQuestionFailed() ? LoginReason.SECOND_QUESTION_FAILED : LoginReason.CHOICE_TOKEN_INVALID);
        }
        if (!clinic.portal().isOn()) {
            throw LoginReason.PORTAL_OFF.refusal();
        }
        var profile = choice.clientBehind(ref)
                .flatMap(id -> profiles.stream()
                        .filter(client -> client.id().equals(id))
                        .findFirst())
                .orElseThrow(() -> {
                    choice.recordFailure();
                    return rejected(choice, LoginReason.PROFILE_REF_UNKNOWN);
                });
        asking.ask(profile.findQuestion(clinic.portal()), given, profile, choice, link);
        choice.complete(now);
        var session = Session.ofClient(choice.clinicId(), profile.id(), choice.loginLinkId(), now);
        sessions.open(
                session,
                AuditEntry.of(LoginAction.PROFILE_CHOSEN, Actor.visitor(), choice.clinicId())
                        .client(profile.id())
                        .link(choice.loginLinkId()));
        return new SignedIn(profile, session);
    }

    private Refusal rejected(ProfileChoice choice, LoginReason why) {
        return trail.recordRejection(choice.clinicId(), choice.loginLinkId(), why);
    }
}
