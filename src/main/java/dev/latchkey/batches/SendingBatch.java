package dev.latchkey.batches;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import dev.latchkey.bounces.AddressFlags;
import dev.latchkey.clients.Addressee;
import dev.latchkey.clients.Client;
import dev.latchkey.clients.Clients;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.framework.DatabaseTrouble;
import dev.latchkey.jobs.Queue;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.loginlinks.SendingLink;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Sends the letters of batches whose turn has come. A link, its letter, and that its clients were sent one are one transaction. */
@ApplicationScoped
class SendingBatch implements Queue {

    private static final Logger LOG = Logger.getLogger(SendingBatch.class);

    private final LoginLinkBatches batches;
    private final BatchRecipients recipients;
    private final Clients clients;
    private final Clinics clinics;
    private final AddressFlags flags;
    private final SendingLink sending;
    private final Clock clock;

    SendingBatch(
            LoginLinkBatches batches,
            BatchRecipients recipients,
            Clients clients,
            Clinics clinics,
            AddressFlags flags,
            SendingLink sending,
            Clock clock) {
        this.batches = batches;
        this.recipients = recipients;
        this.clients = clients;
        this.clinics = clinics;
        this.flags = flags;
        this.sending = sending;
        this.clock = clock;
    }

    @Override
    public String table() {
        return "login_link_batch_recipient";
    }

    @Override
    public int batchSize() {
        return 50;
    }

    @Override
    public Rest work(List<UUID> ids) {
        var failed = new ArrayList<UUID>();
        requiringNew()
                .call(() -> recipients.groupByBatch(ids))
                .forEach((batchId, its) -> failed.addAll(sendAsManyAsMay(batchId, its)));
        return Rest.failed(failed);
    }

    /** Which of them are to be tried again. One that fails, or that there is no room for yet, keeps no other from being sent. */
    private List<UUID> sendAsManyAsMay(UUID batchId, List<UUID> ids) {
        try {
            requiringNew().run(() -> send(batchId, ids));
            return List.of();
        } catch (RuntimeException e) {
            if (DatabaseTrouble.behind(e).isPresent() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            if (ids.size() > 1) {
                return sendInHalves(batchId, ids);
            }
            if (!isForWantOfRoom(e)) {
                LOG.errorf(e, "a letter of batch %s failed and is tried again", batchId);
            }
            return ids;
        }
    }

    private List<UUID> sendInHalves(UUID batchId, List<UUID> ids) {
        var half = ids.size() / 2;
        var failed = new ArrayList<>(sendAsManyAsMay(batchId, ids.subList(0, half)));
        failed.addAll(sendAsManyAsMay(batchId, ids.subList(half, ids.size())));
        return failed;
    }

    /** In the limits of the clinic or the installation, or of a mailbox. */
    private static boolean isForWantOfRoom(RuntimeException e) {
        return e instanceof Refusal refused && refused.reason().kind() == Refusal.Kind.TOO_MANY;
    }

    /** Locks the batch, then its clients, then their addresses. */
    private void send(UUID batchId, List<UUID> ids) {
        var batch = batches.findAndLock(batchId);
        var waiting = recipients.findWaitingWith(batchId, ids);
        if (waiting.isEmpty()) {
            return; // cancelled meanwhile
        }
        var all =
                clients
                        .findForShare(
                                batch.clinicId(),
                                waiting.stream().map(BatchRecipient::clientId).toList())
                        .stream()
                        .collect(Collectors.toMap(Client::id, Function.identity()));
        var portalIsOn = clinics.get(batch.clinicId()).portal().isOn();
        var bounced = flags.among(waiting.stream()
                .map(recipient -> addressee(batch, recipient))
                .distinct()
                .toList());
        var reached = new ArrayList<BatchRecipient>();
        for (var recipient : waiting) {
            var client = Objects.requireNonNull(all.get(recipient.clientId()));
            whyLeftOut(batch, portalIsOn, recipient, client)
                    .or(() -> bounced.contains(addressee(batch, recipient))
                            ? Optional.of(WhyLeftOut.ADDRESS_BOUNCED)
                            : Optional.empty())
                    .ifPresentOrElse(recipient::leaveOut, () -> reached.add(recipient));
        }
        var links = sending.sendMany(batch.startedBy(), firstAtEach(batch, reached, all));
        reached.forEach(recipient -> recipient.send(
                Objects.requireNonNull(links.get(addressee(batch, recipient))).id()));
        batch.settle(reached.size(), waiting.size() - reached.size(), clock.instant());
    }

    private Optional<WhyLeftOut> whyLeftOut(
            LoginLinkBatch batch, boolean portalIsOn, BatchRecipient recipient, Client client) {
        if (!portalIsOn) {
            return Optional.of(WhyLeftOut.PORTAL_OFF);
        }
        return batch.isGivenUp(clock.instant())
                ? Optional.of(WhyLeftOut.TOO_LATE)
                : WhyLeftOut.find(client, recipient.addressKey());
    }

    private static Map<Addressee, Client> firstAtEach(
            LoginLinkBatch batch, List<BatchRecipient> reached, Map<UUID, Client> all) {
        var first = new LinkedHashMap<Addressee, Client>();
        reached.forEach(recipient ->
                first.putIfAbsent(addressee(batch, recipient), Objects.requireNonNull(all.get(recipient.clientId()))));
        return first;
    }

    private static Addressee addressee(LoginLinkBatch batch, BatchRecipient recipient) {
        return new Addressee(batch.clinicId(), recipient.addressKey());
    }
}
