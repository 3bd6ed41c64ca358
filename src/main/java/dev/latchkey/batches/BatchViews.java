package dev.latchkey.batches;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.clients.Client;
import dev.latchkey.clients.Clients;
import dev.latchkey.input.Page;
import dev.latchkey.linkhistory.LinkHistory;
import dev.latchkey.linkhistory.LinkHistory.LoginLinkView;
import dev.latchkey.loginlinks.SentLinks;
import dev.latchkey.staff.StaffMembers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Batches as staff see them. */
@ApplicationScoped
class BatchViews {

    private final Clients clients;
    private final SentLinks links;
    private final LinkHistory history;
    private final StaffMembers staff;

    BatchViews(Clients clients, SentLinks links, LinkHistory history, StaffMembers staff) {
        this.clients = clients;
        this.links = links;
        this.history = history;
        this.staff = staff;
    }

    LoginLinkBatchView view(StaffCaller caller, LoginLinkBatch batch) {
        return LoginLinkBatchView.of(batch, namesOfStarters(caller, List.of(batch)));
    }

    Page<LoginLinkBatchView> list(StaffCaller caller, Page<LoginLinkBatch> page) {
        var names = namesOfStarters(caller, page.items());
        return page.map(batch -> LoginLinkBatchView.of(batch, names));
    }

    private Map<UUID, String> namesOfStarters(StaffCaller caller, Collection<LoginLinkBatch> batches) {
        return staff.namesOf(
                caller,
                batches.stream().map(LoginLinkBatch::startedBy).distinct().toList());
    }

    Page<LoginLinkBatchClientView> listClients(StaffCaller caller, Page<BatchRecipient> page) {
        var known = clients.findAll(
                caller, page.items().stream().map(BatchRecipient::clientId).toList());
        var linkIds = page.items().stream()
                .map(BatchRecipient::loginLinkId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var sent = history.list(caller, links.findAll(caller, linkIds)).stream()
                .collect(Collectors.toMap(LoginLinkView::id, Function.identity()));
        return page.map(recipient ->
                LoginLinkBatchClientView.of(recipient, Objects.requireNonNull(known.get(recipient.clientId())), sent));
    }

    record LoginLinkBatchView(
            UUID id,
            String status,
            Instant startedAt,
            Starter startedBy,
            int clients,
            int letters,
            int waiting,
            int sent,
            int leftOut,
            int cancelled,
            Instant estimatedEndAt,
            @Nullable Instant endedAt) {

        static LoginLinkBatchView of(LoginLinkBatch batch, Map<UUID, String> names) {
            return new LoginLinkBatchView(
                    batch.id(),
                    batch.status(),
                    batch.startedAt(),
                    new Starter(names.getOrDefault(batch.startedBy(), "former staff")),
                    batch.clients(),
                    batch.letters(),
                    batch.waiting(),
                    batch.sent(),
                    batch.leftOut(),
                    batch.cancelled(),
                    batch.estimatedEndAt(),
                    batch.endedAt());
        }

        record Starter(String displayName) {}
    }

    record LoginLinkBatchClientView(
            UUID clientId,
            String givenName,
            String familyName,
            String status,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable LoginLinkView loginLink) {

        static LoginLinkBatchClientView of(BatchRecipient recipient, Client client, Map<UUID, LoginLinkView> links) {
            var why = recipient.why();
            var linkId = recipient.loginLinkId();
            return new LoginLinkBatchClientView(
                    client.id(),
                    client.givenName(),
                    client.familyName(),
                    recipient.status().code(),
                    why == null ? null : why.code(),
                    why == null ? null : why.sentence(),
                    linkId == null ? null : links.get(linkId));
        }
    }
}
