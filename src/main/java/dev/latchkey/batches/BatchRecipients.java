package dev.latchkey.batches;

import dev.latchkey.batches.BatchPlan.PlannedRecipient;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Keyset;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.jobs.Queue;
import dev.latchkey.kernel.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The clients of all batches. */
@ApplicationScoped
class BatchRecipients implements PanacheRepositoryBase<BatchRecipient, UUID> {

    private static final Keyset<BatchRecipient> IN_ORDER =
            Keyset.<BatchRecipient>ascending().key("id", BatchRecipient::id, Cursor::id);

    /** All of them in one statement. */
    void add(LoginLinkBatch batch, List<PlannedRecipient> planned) {
        session()
                .createNativeMutationQuery("""
                        insert into login_link_batch_recipient
                          (id, clinic_id, batch_id, client_id, address_key, status, reason, carries, due_at)
                        select its.id, :clinic, :batch, its.client_id, its.address_key,
                               case when its.reason is null then 'waiting' else 'left-out' end, its.reason,
                               its.turn is not null,
                               case its.turn when 0 then cast(:at_once as timestamptz) else cast(:start as timestamptz) + its.turn * interval '1 ms' end
                          from unnest(cast(:ids as uuid[]), cast(:clients as uuid[]), cast(:addresses as text[]),
                                      cast(:reasons as text[]), cast(:turns as bigint[]))
                               as its (id, client_id, address_key, reason, turn)
                        """)
                .setParameter("clinic", batch.clinicId())
                .setParameter("batch", batch.id())
                .setParameter("start", batch.startedAt())
                .setParameter("at_once", Queue.dueSince(batch.startedAt()))
                .setParameter(
                        "ids", Stream.generate(Ids::next).limit(planned.size()).toArray(UUID[]::new))
                .setParameter(
                        "clients",
                        planned.stream().map(PlannedRecipient::clientId).toArray(UUID[]::new))
                .setParameter("addresses", texts(planned, PlannedRecipient::addressKey))
                .setParameter(
                        "reasons",
                        texts(
                                planned,
                                recipient -> recipient.why() == null
                                        ? null
                                        : recipient.why().code()))
                .setParameter(
                        "turns",
                        planned.stream()
                                .map(recipient -> recipient.turn() == null
                                        ? null
                                        : recipient.turn().toMillis())
                                .toArray(Long[]::new))
                .executeUpdate();
    }

    private static String[] texts(List<PlannedRecipient> planned, Function<PlannedRecipient, @Nullable String> text) {
        return planned.stream().map(text).toArray(String[]::new);
    }

    /** Those who wait, by their batches. */
    Map<ItsBatch, List<UUID>> groupByBatch(List<UUID> ids) {
        return getEntityManager()
                .createQuery(
                        "select id, clinicId, batchId from BatchRecipient where id in ?1 and status = WAITING",
                        Waiting.class)
                .setParameter(1, ids)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        waiting -> new ItsBatch(waiting.clinicId, waiting.batchId),
                        Collectors.mapping(Waiting::id, Collectors.toList())));
    }

    /** Who waits for the same letters as these. */
    List<BatchRecipient> findWaitingWith(UUID batchId, List<UUID> ids) {
        return list(
                "batchId = ?1 and status = WAITING and addressKey in (select addressKey from BatchRecipient where id in ?2) order by id",
                batchId,
                ids);
    }

    /** All who wait yet, in the order in which others lock them. */
    void cancel(LoginLinkBatch batch) {
        session().createNativeMutationQuery("""
                        update login_link_batch_recipient set status = 'cancelled'
                         where id = any (array (
                           select id from login_link_batch_recipient where batch_id = ?1 and status = 'waiting' order by id for update))
                        """).setParameter(1, batch.id()).executeUpdate();
    }

    /** @param status null for all */
    Page<BatchRecipient> inOrder(LoginLinkBatch batch, @Nullable RecipientStatus status, Paging paging) {
        return status == null
                ? IN_ORDER.page(this, paging, "batchId = ?1", batch.id())
                : IN_ORDER.page(this, paging, "batchId = ?1 and status = ?2", batch.id(), status);
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }

    record ItsBatch(UUID clinicId, UUID id) {}

    private record Waiting(UUID id, UUID clinicId, UUID batchId) {}
}
