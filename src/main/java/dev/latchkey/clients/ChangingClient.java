package dev.latchkey.clients;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.sessions.EndingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Changes a client, and ends the sessions that were opened by an address that is no longer theirs. */
@ApplicationScoped
class ChangingClient {

    private final EndingSessions endingSessions;
    private final Event<ClientLeftAddress> left;
    private final Audit audit;
    private final Clock clock;

    ChangingClient(EndingSessions endingSessions, Event<ClientLeftAddress> left, Audit audit, Clock clock) {
        this.endingSessions = endingSessions;
        this.left = left;
        this.audit = audit;
        this.clock = clock;
    }

    /** Runs in the caller's transaction, which holds the client's row. */
    void change(StaffCaller caller, Client client, Consumer<Client> change) {
        var before = reachableAt(client);
        var wasArchived = client.archivedAt() != null;
        var address = client.email().map(EmailAddress::key);
        change.accept(client);
        if (wasArchived != (client.archivedAt() != null)) {
            note(wasArchived ? ClientAction.CLIENT_RESTORED : ClientAction.CLIENT_ARCHIVED, caller, client);
        }
        if (!client.email().map(EmailAddress::key).equals(address)) {
            note(ClientAction.CLIENT_ADDRESS_CHANGED, caller, client);
        }
        if (before.isPresent() && !reachableAt(client).equals(before)) {
            endingSessions.endAllOfClient(
                    client.clinicId(),
                    client.id(),
                    before.get(),
                    caller.actor(),
                    "client-left-address",
                    clock.instant());
            left.fire(new ClientLeftAddress(client.clinicId(), before.get().key()));
        }
    }

    private void note(AuditAction act, StaffCaller caller, Client client) {
        var what = caller.occurrence(act).client(client.id());
        audit.record(client.email().map(what::address).orElse(what));
    }

    private static Optional<EmailAddress> reachableAt(Client client) {
        return client.archivedAt() == null ? client.email() : Optional.empty();
    }
}
