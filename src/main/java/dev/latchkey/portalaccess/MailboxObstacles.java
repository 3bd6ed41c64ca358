package dev.latchkey.portalaccess;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.bounces.AddressFlag;
import dev.latchkey.bounces.AddressFlags;
import dev.latchkey.clients.Addressee;
import dev.latchkey.clients.Client;
import dev.latchkey.emailchanges.EmailChange;
import dev.latchkey.emailchanges.EmailChanges;
import dev.latchkey.loginlinks.LoginLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What keeps login links from a client's mailbox: that enough were asked for, that letters come back from it, or that it is not confirmed. */
@ApplicationScoped
class MailboxObstacles {

    private final LoginLimits limits;
    private final AddressFlags flags;
    private final EmailChanges changes;
    private final Clock clock;

    MailboxObstacles(LoginLimits limits, AddressFlags flags, EmailChanges changes, Clock clock) {
        this.limits = limits;
        this.flags = flags;
        this.changes = changes;
        this.clock = clock;
    }

    /** Until when asking sends nothing. */
    Optional<Instant> findLimitedUntil(Client client) {
        return mailbox(client).flatMap(limits::findWait).map(clock.instant()::plus);
    }

    /** Until when no answer to the clinic's question is taken. */
    Optional<Instant> findAnswersLimitedUntil(Client client) {
        return mailbox(client).flatMap(limits::findSecondAnswerWait).map(clock.instant()::plus);
    }

    Optional<AddressFlag> findFlag(Client client) {
        return mailbox(client).flatMap(flags::find);
    }

    /** What the client may still confirm. */
    Optional<EmailChange> findPending(StaffCaller caller, Client client) {
        return changes.findPending(caller, client.id(), clock.instant());
    }

    private static Optional<Addressee> mailbox(Client client) {
        return client.email().map(address -> new Addressee(client.clinicId(), address.key()));
    }
}
