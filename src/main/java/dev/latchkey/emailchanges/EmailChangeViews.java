package dev.latchkey.emailchanges;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clients.Clients;
import dev.latchkey.linkhistory.LetterDelivery;
import dev.latchkey.linkhistory.LinkHistory.LoginLinkView.Requester;
import dev.latchkey.mail.DeliveryReport;
import dev.latchkey.mail.LetterStatus;
import dev.latchkey.mail.Letters;
import dev.latchkey.staff.StaffMembers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Shows staff the e-mail that a client is to confirm, with what became of the letter. */
@ApplicationScoped
class EmailChangeViews {

    private final Clients clients;
    private final EmailChanges changes;
    private final Letters letters;
    private final StaffMembers staff;
    private final Audit audit;
    private final Clock clock;

    EmailChangeViews(
            Clients clients, EmailChanges changes, Letters letters, StaffMembers staff, Audit audit, Clock clock) {
        this.clients = clients;
        this.changes = changes;
        this.letters = letters;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    /** To a caller who only looks, which goes on record here. */
    EmailChangeView show(StaffCaller caller, UUID clientId) {
        var client = clients.get(caller, clientId);
        var shown = changes.findOpen(caller, client.id())
                .map(change -> build(caller, change))
                .orElseThrow(EmailChangeReason.EMAIL_CHANGE_NOT_FOUND::refusal);
        audit.recordRead(caller.occurrence(EmailChangeAction.EMAIL_CHANGE_READ).client(clientId));
        return shown;
    }

    EmailChangeView build(StaffCaller caller, EmailChange change) {
        var report = Objects.requireNonNull(
                letters.reports(List.of(change.letterId())).get(change.letterId()));
        if (report.delivery().status() == LetterStatus.WITHDRAWN) { // with the change, after that was read
            throw EmailChangeReason.EMAIL_CHANGE_NOT_FOUND.refusal();
        }
        var names = staff.namesOf(caller, List.of(change.requestedBy()));
        return new EmailChangeView(
                change.email().address(),
                status(change, report),
                change.requestedAt(),
                new Requester(names.getOrDefault(change.requestedBy(), "former staff")),
                change.expiresAt(),
                LetterDelivery.of(report));
    }

    /** That a letter failed, or came back, is what staff have to know, and its link's time running out afterwards must not hide it. */
    private String status(EmailChange change, DeliveryReport report) {
        var letter = report.delivery().status();
        if (report.bounce() != null || letter == LetterStatus.FAILED) {
            return LetterStatus.FAILED.code();
        }
        return change.isExpired(clock.instant()) ? "expired" : letter.code();
    }

    record EmailChangeView(
            String email,
            String status,
            Instant requestedAt,
            Requester requestedBy,
            Instant expiresAt,
            LetterDelivery delivery) {}
}
