package dev.latchkey.portalaccess;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.clients.Clients;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.PortalSettings.SecondQuestion;
import dev.latchkey.linkhistory.LinkHistory;
import dev.latchkey.loginlinks.LoginRequest;
import dev.latchkey.loginlinks.LoginRequest.Outcome;
import dev.latchkey.loginlinks.LoginRequests;
import dev.latchkey.sessions.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts together all that is known of a client's way into the portal, and judges what it comes to. */
@ApplicationScoped
class ExplainingAccess {

    /** Of the newest links, and of the newest requests. */
    static final int SHOWN = 5;

    /** Of a link that may still be followed. */
    private static final Set<String> GOOD = Set.of("queued", "sent");

    private final Clients clients;
    private final Clinics clinics;
    private final LinkHistory history;
    private final LoginRequests requests;
    private final MailboxObstacles obstacles;
    private final Sessions sessions;
    private final Clock clock;

    ExplainingAccess(
            Clients clients,
            Clinics clinics,
            LinkHistory history,
            LoginRequests requests,
            MailboxObstacles obstacles,
            Sessions sessions,
            Clock clock) {
        this.clients = clients;
        this.clinics = clinics;
        this.history = history;
        this.requests = requests;
        this.obstacles = obstacles;
        this.sessions = sessions;
        this.clock = clock;
    }

    PortalAccessView explain(StaffCaller caller, UUID clientId) {
        var client = clients.get(caller, clientId);
        var now = clock.instant();
        var links = history.newest(caller, client, SHOWN);
        var asked = client.email()
                .map(address -> requests.newestFirst(caller, address, SHOWN))
                .orElse(List.of());
        var opened = sessions.summary(caller, client.id(), now);
        var facts = new Facts(
                client,
                clinics.get(caller.clinicId()).portal(),
                clients.sharingEmailWith(client),
                links,
                asked,
                opened,
                obstacles.findLimitedUntil(client),
                obstacles.findAnswersLimitedUntil(client),
                history.findFailedQuestion(caller, links),
                obstacles.findFlag(client),
                obstacles.findPending(caller, client));
        var situation = situation(facts);
        return PortalAccessView.of(facts, situation, nextSteps(facts, situation));
    }

    /** What keeps them out altogether, and then what happened last. */
    private static Situation situation(Facts facts) {
        if (facts.client().archivedAt() != null) {
            return Situation.CLIENT_ARCHIVED;
        }
        if (facts.client().email().isEmpty()) {
            return facts.pending().isPresent() ? Situation.EMAIL_CHANGE_PENDING : Situation.EMAIL_MISSING;
        }
        if (!facts.client().permission().isAllowed()) {
            return Situation.ACCESS_OFF;
        }
        if (!facts.portal().isOn()) {
            return Situation.PORTAL_OFF;
        }
        if (facts.pending().isPresent() && facts.sessions().live() == 0) {
            return Situation.EMAIL_CHANGE_PENDING;
        }
        if (facts.flag().isPresent()) {
            return Situation.ADDRESS_BOUNCED;
        }
        return facts.lastRequestWithoutLink()
                .flatMap(request -> ofRequest(request, facts))
                .orElseGet(() -> facts.links().isEmpty() ? Situation.NEVER_INVITED : ofLink(facts));
    }

    private static Optional<Situation> ofRequest(LoginRequest request, Facts facts) {
        if (request.outcome() == null) {
            return Optional.of(Situation.REQUEST_WAITING);
        }
        if (request.outcome() == Outcome.NO_CLIENT_RECORD) {
            return Optional.of(Situation.NO_CLIENT_RECORD);
        }
        var why = request.suppressedBecause();
        if (why == null) { // of before this was kept
            return facts.links().isEmpty() ? Optional.of(Situation.REQUEST_UNANSWERED) : Optional.empty();
        }
        return switch (why) {
            case "login-link-requests-per-mailbox" -> limited(facts);
            case "no-record-limit" -> Optional.of(Situation.NO_CLIENT_RECORD);
            case "portal-off" -> Optional.of(Situation.ASKED_WHILE_OFF);
            case "too-late" -> Optional.of(Situation.REQUEST_TOO_LATE);
            case "letter-limit" -> Optional.of(Situation.LETTERS_LIMITED);
            default -> Optional.of(Situation.REQUEST_UNANSWERED);
        };
    }

    /** As long as the link counts that was sent before: what became of it says more. */
    private static Optional<Situation> limited(Facts facts) {
        return facts.links().isEmpty() || GOOD.contains(facts.links().get(0).status())
                ? Optional.of(Situation.REQUESTS_LIMITED)
                : Optional.empty();
    }

    private static Situation ofLink(Facts facts) {
        var link = facts.links().get(0);
        return switch (link.status()) {
            case "redeemed" -> ofRedeemed(facts);
            case "failed" -> Situation.LETTER_FAILED;
            case "queued" -> link.failure() == null ? Situation.LETTER_WAITING : Situation.LETTER_DEFERRED;
            case "sent" -> Situation.LINK_SENT;
            case "revoked" -> Situation.LINK_REVOKED;
            case "superseded" -> Situation.LINK_SUPERSEDED;
            default -> link.failure() == null ? Situation.LINK_EXPIRED : Situation.LETTER_TOO_LATE;
        };
    }

    /** What happened last, also while a session from before is open. Who is asked nothing cannot have been the one who failed. */
    private static Situation ofRedeemed(Facts facts) {
        if (facts.questionFailedAt().isPresent() && facts.question() != SecondQuestion.NONE) {
            return facts.answersWaitUntil().isPresent()
                    ? Situation.SECOND_ANSWERS_USED_UP
                    : Situation.SECOND_QUESTION_FAILED;
        }
        if (facts.sessions().live() > 0) {
            return Situation.SIGNED_IN;
        }
        var opened = facts.sessions().lastOpenedAt();
        var isTheirs = opened != null && opened.isAfter(facts.links().get(0).requestedAt());
        if (!isTheirs && !facts.sharing().isEmpty()) {
            return Situation.OTHER_PROFILE;
        }
        if (isTheirs || facts.question() == SecondQuestion.NONE) {
            return Situation.SIGNED_OUT;
        }
        return facts.answersWaitUntil().isPresent()
                ? Situation.SECOND_ANSWERS_USED_UP
                : Situation.SECOND_QUESTION_UNANSWERED;
    }

    private static List<NextStep> nextSteps(Facts facts, Situation situation) {
        var steps = new ArrayList<NextStep>();
        if (facts.likelyMeant().isPresent()) {
            steps.add(NextStep.CHECK_EMAIL);
        }
        situation.nextSteps().stream().filter(step -> !steps.contains(step)).forEach(steps::add);
        if (situation == Situation.LINK_SENT && !facts.sharing().isEmpty()) {
            steps.add(NextStep.CHOOSE_PROFILE);
        }
        return List.copyOf(steps);
    }
}
