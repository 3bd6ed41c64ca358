package dev.latchkey.emailchanges;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.bounces.AddressFlags;
import dev.latchkey.clients.Addressee;
import dev.latchkey.clients.Clients;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;

/** Asks a client to confirm the e-mail that the clinic was given. The record stays as it is until they do. */
@ApplicationScoped
class RequestingEmailChange {

    private final Clients clients;
    private final AddressFlags flags;
    private final EmailChanges changes;
    private final WithdrawingEmailChange withdrawing;
    private final QueueingConfirmation queueing;
    private final Audit audit;
    private final Clock clock;

    RequestingEmailChange(
            Clients clients,
            AddressFlags flags,
            EmailChanges changes,
            WithdrawingEmailChange withdrawing,
            QueueingConfirmation queueing,
            Audit audit,
            Clock clock) {
        this.clients = clients;
        this.flags = flags;
        this.changes = changes;
        this.withdrawing = withdrawing;
        this.queueing = queueing;
        this.audit = audit;
        this.clock = clock;
    }

    /** Also where another client has the e-mail: families share one. The client is locked, so that of two requests the later one stands. */
    @Transactional
    <A> A request(StaffCaller caller, UUID clientId, EmailAddress email, Function<EmailChange, A> answer) {
        var client = clients.findAndLock(caller, clientId);
        client.requireNotMerged();
        client.requireActive();
        if (client.email().map(EmailAddress::key).filter(email.key()::equals).isPresent()) {
            throw EmailChangeReason.EMAIL_UNCHANGED.refusal();
        }
        flags.requireNone(new Addressee(caller.clinicId(), email.key()));
        withdrawing.supersede(caller, clientId);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var token = Secret.random();
        var letterId = queueing.queue(client, email, token, now.plus(EmailChange.LIFETIME));
        var change = new EmailChange(client, email, token, letterId, caller.staffMemberId(), now);
        changes.persist(change);
        audit.record(caller.occurrence(EmailChangeAction.EMAIL_CHANGE_REQUESTED)
                .client(clientId)
                .record(change.id())
                .address(email));
        return answer.apply(change);
    }
}
