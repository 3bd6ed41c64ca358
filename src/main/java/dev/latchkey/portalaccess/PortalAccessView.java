package dev.latchkey.portalaccess;

import dev.latchkey.bounces.AddressFlag;
import dev.latchkey.clinics.PortalSettings.SecondQuestion;
import dev.latchkey.emailchanges.EmailChange;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.linkhistory.LinkHistory.LoginLinkView;
import dev.latchkey.loginlinks.LoginRequest;
import dev.latchkey.portalaccess.ClientPortalResource.PortalPermissionView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client's way into the portal, as staff see it: the situation in front, the facts behind it. */
record PortalAccessView(
        Explanation situation,
        List<NextStep> nextSteps,
        boolean portalOn,
        PortalPermissionView permission,
        QuestionView secondQuestion,
        Mailbox mailbox,
        List<RequestView> requests,
        List<LoginLinkView> links,
        @Nullable Instant lastSignInAt,
        long liveSessions) {

    static PortalAccessView of(Facts facts, Situation situation, List<NextStep> nextSteps) {
        return new PortalAccessView(
                new Explanation(situation.code(), situation.sentence()),
                nextSteps,
                facts.portal().isOn(),
                PortalPermissionView.of(facts.client().permission()),
                QuestionView.of(facts),
                Mailbox.of(facts),
                facts.requests().stream().map(RequestView::of).toList(),
                facts.links(),
                facts.sessions().lastOpenedAt(),
                facts.sessions().live());
    }

    /**
     * What the client is asked after the link, and how that went.
     *
     * @param question null where nothing is asked of this client
     * @param failedAt when the newest link ended, because the answers were wrong
     * @param limitedUntil until when no answer from this mailbox is taken
     */
    record QuestionView(
            @Nullable SecondQuestion question,
            @Nullable Instant failedAt,
            @Nullable Instant limitedUntil) {

        static QuestionView of(Facts facts) {
            return new QuestionView(
                    facts.question().orNull(),
                    facts.questionFailedAt().orElse(null),
                    facts.answersWaitUntil().orElse(null));
        }
    }

    record Explanation(String code, String detail) {}

    /**
     * @param likelyMeantDomain a common domain that the address's own is one slip away from
     * @param limitedUntil until when asking sends nothing, because enough was sent
     * @param addressFlag null unless letters to the address come back
     * @param pendingEmail what the client is to confirm before it counts
     */
    record Mailbox(
            @Nullable String email,
            @Nullable String likelyMeantDomain,
            List<Sharing> sharedWith,
            @Nullable Instant limitedUntil,
            @Nullable AddressFlag addressFlag,
            @Nullable String pendingEmail) {

        static Mailbox of(Facts facts) {
            return new Mailbox(
                    facts.client().email().map(EmailAddress::address).orElse(null),
                    facts.likelyMeant().orElse(null),
                    facts.sharing().stream()
                            .map(other -> new Sharing(other.id(), other.displayName()))
                            .toList(),
                    facts.limitedUntil().orElse(null),
                    facts.flag().orElse(null),
                    facts.pending()
                            .map(EmailChange::email)
                            .map(EmailAddress::address)
                            .orElse(null));
        }
    }

    record Sharing(UUID id, String displayName) {}

    /** A request on the portal's page for the client's address. */
    record RequestView(
            Instant requestedAt, String outcome, @Nullable String reason) {

        static RequestView of(LoginRequest request) {
            var outcome = request.outcome();
            return new RequestView(
                    request.askedAt(), outcome == null ? "waiting" : outcome.code(), request.suppressedBecause());
        }
    }
}
