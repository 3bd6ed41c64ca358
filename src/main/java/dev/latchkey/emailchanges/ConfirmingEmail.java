package dev.latchkey.emailchanges;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clients.ChangingClient;
import dev.latchkey.clients.Clients;
import dev.latchkey.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Function;

/** Puts the e-mail on the client's record that its reader has confirmed, as if staff had just changed it. No one is signed in by that. */
@ApplicationScoped
class ConfirmingEmail {

    private final EmailChanges changes;
    private final Clients clients;
    private final ChangingClient changing;
    private final Audit audit;

    ConfirmingEmail(EmailChanges changes, Clients clients, ChangingClient changing, Audit audit) {
        this.changes = changes;
        this.clients = clients;
        this.changing = changing;
        this.audit = audit;
    }

    /**
     * The client is locked first, as by those who change one.
     *
     * @param answer is built before the link counts as used
     */
    @Transactional
    <A> A confirm(Secret token, Function<EmailChange, A> answer) {
        var change = changes.find(token).orElseThrow(EmailChangeReason.EMAIL_CONFIRMATION_UNUSABLE::refusal);
        var client = clients.findAndLock(change.clinicId(), change.clientId());
        if (!change.isStillFor(client) || !changes.confirm(change)) {
            throw EmailChangeReason.EMAIL_CONFIRMATION_UNUSABLE.refusal();
        }
        audit.record(AuditEntry.of(EmailChangeAction.EMAIL_CHANGE_CONFIRMED, Actor.visitor(), change.clinicId())
                .client(client.id())
                .record(change.id())
                .address(change.email()));
        changing.moveTo(change.email(), client);
        return answer.apply(change);
    }
}
