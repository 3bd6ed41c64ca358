package dev.latchkey.emailchanges;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clients.ClientAction;
import dev.latchkey.clients.Clients;
import dev.latchkey.mail.QueueingLetters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Takes back what a client was asked to confirm: its link confirms nothing any more, and a letter that still waits is not sent. */
@ApplicationScoped
class WithdrawingEmailChange {

    private final Clients clients;
    private final EmailChanges changes;
    private final QueueingLetters queueing;
    private final Audit audit;

    WithdrawingEmailChange(Clients clients, EmailChanges changes, QueueingLetters queueing, Audit audit) {
        this.clients = clients;
        this.changes = changes;
        this.queueing = queueing;
        this.audit = audit;
    }

    /** Because staff say so. */
    @Transactional(MANDATORY)
    void withdraw(StaffCaller caller, UUID clientId) {
        var client = clients.get(caller, clientId);
        if (!cancel(cancelled(caller, client.id()))) {
            throw EmailChangeReason.EMAIL_CHANGE_NOT_FOUND.refusal();
        }
    }

    /** Because another e-mail is to be confirmed, or the same once more. */
    @Transactional(MANDATORY)
    void supersede(StaffCaller caller, UUID clientId) {
        cancel(cancelled(caller, clientId).because("superseded"));
    }

    /** Listens to the audit trail, where all that archives a client or changes their address is on record: no way to do so can forget this. */
    void withdrawOvertaken(@Observes AuditEntry what) {
        if (what.act() == ClientAction.CLIENT_ARCHIVED || what.act() == ClientAction.CLIENT_ADDRESS_CHANGED) {
            cancel(AuditEntry.of(EmailChangeAction.EMAIL_CHANGE_CANCELLED, what.actor(), what.clinicId())
                    .client(what.subject().clientId())
                    .because(AuditAction.code(what.act().storedName())));
        }
    }

    private static AuditEntry cancelled(StaffCaller caller, UUID clientId) {
        return caller.occurrence(EmailChangeAction.EMAIL_CHANGE_CANCELLED).client(clientId);
    }

    /** False if there was none. */
    private boolean cancel(AuditEntry what) {
        var cancelled = changes.cancel(
                Objects.requireNonNull(what.clinicId()),
                Objects.requireNonNull(what.subject().clientId()));
        cancelled.ifPresent(change -> {
            queueing.withdraw(List.of(change.letterId()));
            audit.record(what.record(change.id()).address(change.email()));
        });
        return cancelled.isPresent();
    }
}
