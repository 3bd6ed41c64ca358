package dev.latchkey.batches;

import dev.latchkey.batches.BatchRecipients.ItsBatch;
import dev.latchkey.clients.Addressee;
import dev.latchkey.clients.Client;
import dev.latchkey.clients.Clients;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.loginlinks.SendingLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Sends some letters of a batch. A link, its letter, and that its clients were sent one are one transaction. */
@ApplicationScoped
class TakingTurn {

    private final LoginLinkBatches batches;
    private final BatchRecipients recipients;
    private final Clinics clinics;
    private final Clients clients;
    private final LeavingOut leavingOut;
    private final SendingLink sending;
    private final Clock clock;

    TakingTurn(
            LoginLinkBatches batches,
            BatchRecipients recipients,
            Clinics clinics,
            Clients clients,
            LeavingOut leavingOut,
            SendingLink sending,
            Clock clock) {
        this.batches = batches;
        this.recipients = recipients;
        this.clinics = clinics;
        this.clients = clients;
        this.leavingOut = leavingOut;
        this.sending = sending;
        this.clock = clock;
    }

    /** Locks the clinic, then the batch, then its clients, then their addresses. */
    @Transactional(Transactional.TxType.MANDATORY)
    void take(ItsBatch its, List<UUID> ids) {
        var clinic = clinics.findAndLockForShare(its.clinicId());
        var batch = batches.findAndLock(its.id());
        var waiting = recipients.findWaitingWith(batch.id(), ids);
        if (waiting.isEmpty()) {
            return; // cancelled meanwhile
        }
        var known = clients.findForShare(
                clinic.id(),
                waiting.stream().map(BatchRecipient::clientId).toList(),
                waiting.stream().map(BatchRecipient::addressKey).distinct().toList());
        var leftOut = leavingOut.judge(clinic, batch, waiting, known);
        leftOut.forEach(BatchRecipient::leaveOut);
        var reached = waiting.stream()
                .filter(recipient -> !leftOut.containsKey(recipient))
                .toList();
        var links = sending.sendMany(batch.startedBy(), firstAtEach(reached, known));
        reached.forEach(recipient ->
                recipient.send(Objects.requireNonNull(links.get(new Addressee(clinic.id(), recipient.addressKey())))
                        .id()));
        batch.settle(reached.size(), leftOut.size(), clock.instant());
    }

    private static Map<Addressee, Client> firstAtEach(List<BatchRecipient> reached, Map<UUID, Client> known) {
        var first = new LinkedHashMap<Addressee, Client>();
        for (var recipient : reached) {
            var client = Objects.requireNonNull(known.get(recipient.clientId()));
            first.putIfAbsent(new Addressee(client.clinicId(), recipient.addressKey()), client);
        }
        return first;
    }
}
