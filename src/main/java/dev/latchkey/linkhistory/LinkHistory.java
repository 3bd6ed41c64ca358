package dev.latchkey.linkhistory;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.clients.Client;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Ids;
import dev.latchkey.linkhistory.LinkHistory.LoginLinkView.Requester;
import dev.latchkey.login.FailedQuestions;
import dev.latchkey.loginlinks.LoginLink;
import dev.latchkey.loginlinks.SentLinks;
import dev.latchkey.mail.DeliveryReport;
import dev.latchkey.mail.LetterStatus;
import dev.latchkey.mail.Letters;
import dev.latchkey.staff.StaffMembers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells what became of links: from the links, their letters and their requests. */
@ApplicationScoped
public class LinkHistory {

    private final SentLinks sent;
    private final Letters letters;
    private final StaffMembers staff;
    private final FailedQuestions questions;
    private final Clock clock;

    LinkHistory(SentLinks sent, Letters letters, StaffMembers staff, FailedQuestions questions, Clock clock) {
        this.sent = sent;
        this.letters = letters;
        this.staff = staff;
        this.questions = questions;
        this.clock = clock;
    }

    /** The newest ones to the address that a client has now. */
    public List<LoginLinkView> newest(StaffCaller caller, Client client, int atMost) {
        var links = sent.newestFirst(caller, client, Ids.LAST, atMost);
        var address = client.email().map(EmailAddress::key);
        return list(
                caller,
                links.stream()
                        .filter(link ->
                                address.equals(Optional.of(link.address().key())))
                        .toList());
    }

    /** When the clinic's question was answered wrong once too often by who followed the newest of these links. */
    public Optional<Instant> findFailedQuestion(StaffCaller caller, List<LoginLinkView> newestFirst) {
        return newestFirst.stream()
                .limit(1)
                .filter(link -> link.status().equals("redeemed"))
                .flatMap(link -> questions.findMoment(caller, link.id()).stream())
                .findFirst();
    }

    /** In the order of the links. */
    public List<LoginLinkView> list(StaffCaller caller, List<LoginLink> links) {
        var deliveries = letters.reports(links.stream().map(LoginLink::letterId).toList());
        var current = links.stream()
                .map(link -> wasJustEnded(link, deliveries) ? sent.readAgain(link) : link)
                .toList();
        var names = staff.namesOf(
                caller,
                current.stream().map(LoginLink::sentBy).filter(Objects::nonNull).toList());
        return current.stream()
                .map(link -> view(link, Objects.requireNonNull(deliveries.get(link.letterId())), names))
                .toList();
    }

    /** The letter is withdrawn with its link: after we read the one, and before we read the other. */
    private static boolean wasJustEnded(LoginLink link, Map<UUID, DeliveryReport> deliveries) {
        var letter = Objects.requireNonNull(deliveries.get(link.letterId()));
        return link.terminalState() == null && letter.delivery().status() == LetterStatus.WITHDRAWN;
    }

    private LoginLinkView view(LoginLink link, DeliveryReport report, Map<UUID, String> names) {
        var by = link.sentBy();
        return new LoginLinkView(
                link.id(),
                status(link, report),
                report.bounce() == null ? report.delivery().failure() : "bounced",
                link.address().masked(),
                link.mintedAt(),
                by == null ? null : new Requester(names.getOrDefault(by, "former staff")),
                link.sentFor(),
                link.expiresAt(),
                LetterDelivery.of(report));
    }

    /** That a letter failed, or came back, is what staff have to know, and its link's time running out afterwards must not hide it. */
    private String status(LoginLink link, DeliveryReport report) {
        var ending = link.terminalState();
        if (ending != null) {
            return ending;
        }
        if (report.bounce() != null || report.delivery().status() == LetterStatus.FAILED) {
            return LetterStatus.FAILED.code();
        }
        return link.isExpired(clock.instant())
                ? "expired"
                : report.delivery().status().code();
    }

    /** A login link as staff see one: what became of it, and never the link itself. */
    public record LoginLinkView(
            UUID id,
            String status,
            @Nullable String failure,
            String sentTo,
            Instant requestedAt,
            @Nullable Requester requestedBy,
            @Nullable UUID clientId,
            Instant expiresAt,
            LetterDelivery delivery) {

        public record Requester(String displayName) {}
    }
}
