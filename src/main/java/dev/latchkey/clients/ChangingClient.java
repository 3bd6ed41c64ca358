package dev.latchkey.clients;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.ChangingRecord;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.sessions.EndingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes a client, and ends the sessions that were opened by an address that is no longer theirs. */
@ApplicationScoped
public class ChangingClient {

    private final Clients clients;
    private final ClientViews views;
    private final ChangingRecord record;
    private final EndingSessions endingSessions;
    private final Event<ClientLeftAddress> left;
    private final Event<ClientAddressChanged> moved;
    private final Audit audit;
    private final Clock clock;

    ChangingClient(
            Clients clients,
            ClientViews views,
            ChangingRecord record,
            EndingSessions endingSessions,
            Event<ClientLeftAddress> left,
            Event<ClientAddressChanged> moved,
            Audit audit,
            Clock clock) {
        this.clients = clients;
        this.views = views;
        this.record = record;
        this.endingSessions = endingSessions;
        this.left = left;
        this.moved = moved;
        this.audit = audit;
        this.clock = clock;
    }

    /** Only what the caller saw as it is. Runs in the caller's transaction. */
    ClientView change(StaffCaller caller, UUID id, @Nullable String ifMatch, Consumer<Client> change) {
        var client = clients.findAndLock(caller, id);
        return record.change(
                ifMatch,
                caller.occurrence(ClientAction.CLIENT_CHANGED).client(id),
                () -> views.build(client),
                () -> change(caller, client, change));
    }

    /** Runs in the caller's transaction, which holds the client's row. */
    public void change(StaffCaller caller, Client client, Consumer<Client> change) {
        change(caller.actor(), caller::occurrence, client, change);
    }

    /** Because who reads the mailbox says that it is theirs. Runs in the caller's transaction, which holds the client's row. */
    public void moveTo(EmailAddress confirmed, Client client) {
        var reader = Actor.visitor();
        change(reader, act -> AuditEntry.of(act, reader, client.clinicId()), client, it -> it.reachAt(confirmed));
    }

    private void change(
            Actor by, Function<AuditAction, AuditEntry> occurrence, Client client, Consumer<Client> change) {
        var before = client.reachableAt();
        var wasArchived = client.archivedAt() != null;
        var former = client.email();
        change.accept(client);
        clients.save(client); // before any other statement, which would write it too, and not know what is refused
        if (wasArchived != (client.archivedAt() != null)) {
            note(wasArchived ? ClientAction.CLIENT_RESTORED : ClientAction.CLIENT_ARCHIVED, occurrence, client);
        }
        if (!client.email().map(EmailAddress::key).equals(former.map(EmailAddress::key))) {
            note(ClientAction.CLIENT_ADDRESS_CHANGED, occurrence, client);
            former.ifPresent(
                    address -> moved.fire(new ClientAddressChanged(client.clinicId(), address, client.language())));
        }
        if (before.isPresent() && !client.reachableAt().map(EmailAddress::key).equals(before.map(EmailAddress::key))) {
            endingSessions.endAllOfClient(
                    client.clinicId(), client.id(), before.get(), by, "client-left-address", clock.instant());
            left.fire(new ClientLeftAddress(client.clinicId(), before.get().key()));
        }
    }

    private void note(AuditAction act, Function<AuditAction, AuditEntry> occurrence, Client client) {
        var what = occurrence.apply(act).client(client.id());
        audit.record(client.email().map(what::address).orElse(what));
    }
}
