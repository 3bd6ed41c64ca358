package dev.latchkey.clients;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.ChangingRecord;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.sessions.EndingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a merge does to the two records themselves: one goes on, and the other is archived and says which one that is. */
@ApplicationScoped
public class RetiringClient {

    private final Clients clients;
    private final ClientViews views;
    private final ChangingClient changing;
    private final ChangingRecord record;
    private final EndingSessions endingSessions;
    private final Event<ClientPutOut> out;
    private final Clock clock;

    RetiringClient(
            Clients clients,
            ClientViews views,
            ChangingClient changing,
            ChangingRecord record,
            EndingSessions endingSessions,
            Event<ClientPutOut> out,
            Clock clock) {
        this.clients = clients;
        this.views = views;
        this.changing = changing;
        this.record = record;
        this.endingSessions = endingSessions;
        this.out = out;
        this.clock = clock;
    }

    /** In the order of their ids: of two acts that need the same two, one waits for the other and neither for both. */
    @Transactional(MANDATORY)
    public Pair lock(StaffCaller caller, UUID survivingId, UUID mergedId) {
        var locked = Stream.of(survivingId, mergedId)
                .sorted()
                .map(id -> clients.findAndLock(caller, id))
                .toList();
        var survivingFirst = locked.get(0).id().equals(survivingId);
        return new Pair(locked.get(survivingFirst ? 0 : 1), locked.get(survivingFirst ? 1 : 0));
    }

    /**
     * Only if the caller saw the surviving record as it is. Both clients are put out: what they would see is another's by now.
     *
     * @param what on record, with what is different about the surviving one
     * @param moving what else is done, when the records are as they are to be
     */
    @Transactional(MANDATORY)
    public void retire(StaffCaller caller, Pair pair, @Nullable String ifMatch, AuditEntry what, Runnable moving) {
        record.change(ifMatch, what, () -> views.build(pair.surviving), () -> {
            pair.surviving.requireActive();
            pair.merged.requireNotMerged();
            pair.mailboxFirst().forEach(client -> putOut(caller, client));
            changing.change(caller, pair.merged, merged -> merged.mergeInto(pair.surviving, clock.instant()));
            moving.run();
        });
    }

    /** Nothing is left to go back to where the surviving one was itself merged since. */
    @Transactional(MANDATORY)
    public void restore(StaffCaller caller, Pair pair, @Nullable Instant archivedBefore) {
        pair.surviving.requireNotMerged();
        changing.change(caller, pair.merged, merged -> merged.separate(archivedBefore));
    }

    private void putOut(StaffCaller caller, Client client) {
        client.email().ifPresent(mailbox -> out.fire(new ClientPutOut(client.clinicId(), mailbox.key())));
        endingSessions.endAllOfClient(
                client.clinicId(),
                client.id(),
                client.email().orElse(null),
                caller.actor(),
                "clients-merged",
                clock.instant());
    }

    /** Two records of one clinic, locked. */
    public record Pair(Client surviving, Client merged) {

        /** When the one to be merged was archived before, if it was. */
        public @Nullable Instant archivedBefore() {
            return merged.archivedAt();
        }

        /** The sessions of two mailboxes are ended in one order, whichever record survives. */
        private Stream<Client> mailboxFirst() {
            return Stream.of(surviving, merged)
                    .sorted(Comparator.comparing(
                            client -> client.email().map(EmailAddress::key).orElse("")));
        }
    }
}
