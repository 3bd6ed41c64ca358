package dev.latchkey.portalaccess;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.clients.Addressee;
import dev.latchkey.clients.Client;
import dev.latchkey.clients.Clients;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.linkhistory.LinkHistory;
import dev.latchkey.linkhistory.LinkHistory.LoginLinkView;
import dev.latchkey.loginlinks.LoginLimits;
import dev.latchkey.loginlinks.LoginRequest;
import dev.latchkey.loginlinks.LoginRequest.Outcome;
import dev.latchkey.loginlinks.LoginRequests;
import dev.latchkey.sessions.Sessions;
import dev.latchkey.sessions.Sessions.ClientSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
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
    private final LoginLimits limits;
    private final Sessions sessions;
    private final Clock clock;

    ExplainingAccess(
            Clients clients,
            Clinics clinics,
            LinkHistory history,
            LoginRequests requests,
            LoginLimits limits,
            Sessions sessions,
            Clock clock) {
        this.clients = clients;
        this.clinics = clinics;
        this.history = history;
        this.requests = requests;
        this.limits = limits;
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
        var limited = client.email()
                .flatMap(address -> limits.findWait(new Addressee(caller.clinicId(), address.key())))
                .map(now::plus);
        var facts = new Facts(
                client,
                clinics.get(caller.clinicId()).portal().isOn(),
                clients.sharingEmailWith(client),
                links,
                asked,
                opened,
                limited);
        var situation = situation(facts);
        return PortalAccessView.of(facts, situation, nextSteps(facts, situation));
    }

    /** What keeps them out altogether, and then what happened last. */
    private static Situation situation(Facts facts) {
        if (facts.client.archivedAt() != null) {
            return Situation.CLIENT_ARCHIVED;
        }
        if (facts.client.email().isEmpty()) {
            return Situation.EMAIL_MISSING;
        }
        if (!facts.client.permission().isAllowed()) {
            return Situation.ACCESS_OFF;
        }
        if (!facts.isPortalOn) {
            return Situation.PORTAL_OFF;
        }
        return facts.lastRequestWithoutLink()
                .flatMap(request -> ofRequest(request, facts))
                .orElseGet(() -> facts.links.isEmpty() ? Situation.NEVER_INVITED : ofLink(facts));
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
            return facts.links.isEmpty() ? Optional.of(Situation.REQUEST_UNANSWERED) : Optional.empty();
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
        return facts.links.isEmpty() || GOOD.contains(facts.links.get(0).status())
                ? Optional.of(Situation.REQUESTS_LIMITED)
                : Optional.empty();
    }

    private static Situation ofLink(Facts facts) {
        var link = facts.links.get(0);
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

    private static Situation ofRedeemed(Facts facts) {
        if (facts.sessions.live() > 0) {
            return Situation.SIGNED_IN;
        }
        var opened = facts.sessions.lastOpenedAt();
        var isTheirs = opened != null && opened.isAfter(facts.links.get(0).requestedAt());
        return isTheirs || facts.sharing.isEmpty() ? Situation.SIGNED_OUT : Situation.OTHER_PROFILE;
    }

    private static List<NextStep> nextSteps(Facts facts, Situation situation) {
        var steps = new ArrayList<NextStep>();
        if (facts.likelyMeant().isPresent()) {
            steps.add(NextStep.CHECK_EMAIL);
        }
        situation.nextSteps().stream().filter(step -> !steps.contains(step)).forEach(steps::add);
        if (situation == Situation.LINK_SENT && !facts.sharing.isEmpty()) {
            steps.add(NextStep.CHOOSE_PROFILE);
        }
        return List.copyOf(steps);
    }

    /**
     * All that is known.
     *
     * @param limitedUntil when the mailbox gets a link again for the asking
     */
    record Facts(
            Client client,
            boolean isPortalOn,
            List<Client> sharing,
            List<LoginLinkView> links,
            List<LoginRequest> requests,
            ClientSessions sessions,
            Optional<Instant> limitedUntil) {

        /** The newest request, if it led to no link, and no link was sent after it. */
        Optional<LoginRequest> lastRequestWithoutLink() {
            return requests.stream()
                    .findFirst()
                    .filter(request -> request.outcome() != Outcome.LINK_SENT)
                    .filter(request ->
                            links.isEmpty() || links.get(0).requestedAt().isBefore(request.askedAt()));
        }

        /** The address as it was likely meant, if its domain looks mistyped. */
        Optional<String> likelyMeant() {
            return client.email().map(EmailAddress::key).flatMap(address -> {
                var at = address.indexOf('@') + 1;
                return MailDomains.findMeant(address.substring(at));
            });
        }
    }
}
