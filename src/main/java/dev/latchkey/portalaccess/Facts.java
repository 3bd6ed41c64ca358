package dev.latchkey.portalaccess;

import dev.latchkey.bounces.AddressFlag;
import dev.latchkey.clients.Client;
import dev.latchkey.clinics.PortalSettings;
import dev.latchkey.clinics.PortalSettings.SecondQuestion;
import dev.latchkey.emailchanges.EmailChange;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.linkhistory.LinkHistory.LoginLinkView;
import dev.latchkey.loginlinks.LoginRequest;
import dev.latchkey.loginlinks.LoginRequest.Outcome;
import dev.latchkey.sessions.Sessions.ClientSessions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a client's way into the portal.
 *
 * @param limitedUntil when the mailbox gets a link again for the asking
 * @param answersWaitUntil when the mailbox may answer the clinic's question again
 * @param questionFailedAt when the newest link ended, because the clinic's question was answered wrong too often
 * @param flag if letters come back from the mailbox
 * @param pending what the client is to confirm before login links go there
 */
record Facts(
        Client client,
        PortalSettings portal,
        List<Client> sharing,
        List<LoginLinkView> links,
        List<LoginRequest> requests,
        ClientSessions sessions,
        Optional<Instant> limitedUntil,
        Optional<Instant> answersWaitUntil,
        Optional<Instant> questionFailedAt,
        Optional<AddressFlag> flag,
        Optional<EmailChange> pending) {

    SecondQuestion question() {
        return client.findQuestion(portal);
    }

    /** The newest request, if it led to no link, and no link was sent after it. */
    Optional<LoginRequest> lastRequestWithoutLink() {
        return requests.stream()
                .findFirst()
                .filter(request -> request.outcome() != Outcome.LINK_SENT)
                .filter(request -> links.isEmpty() || links.get(0).requestedAt().isBefore(request.askedAt()));
    }

    /** The address as it was likely meant, if its domain looks mistyped. */
    Optional<String> likelyMeant() {
        return client.email().map(EmailAddress::key).flatMap(address -> {
            var at = address.indexOf('@') + 1;
            return MailDomains.findMeant(address.substring(at));
        });
    }
}
