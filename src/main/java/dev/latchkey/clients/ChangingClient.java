package dev.latchkey.clients;

import dev.latchkey.access.Sessions;
import dev.latchkey.kernel.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Changes a client, and puts out whoever came in by an address that is no longer theirs. */
@ApplicationScoped
class ChangingClient {

    private final Sessions sessions;
    private final Event<ClientLeftAddress> left;
    private final Clock clock;

    ChangingClient(Sessions sessions, Event<ClientLeftAddress> left, Clock clock) {
        this.sessions = sessions;
        this.left = left;
        this.clock = clock;
    }

    /** Runs in the caller's transaction, which holds the client's row. */
    void by(Client client, Consumer<Client> change) {
        var before = reachableAt(client);
        change.accept(client);
        if (before.isPresent() && !reachableAt(client).equals(before)) {
            sessions.endAllOfClient(client.clinicId(), client.id(), clock.instant());
            left.fire(new ClientLeftAddress(client.clinicId(), before.get()));
        }
    }

    private static Optional<String> reachableAt(Client client) {
        return client.archivedAt() == null ? client.email().map(EmailAddress::key) : Optional.empty();
    }
}
