package dev.latchkey.mail;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.mail.DeliveryReport.Bounce;
import dev.latchkey.smtp.Conversations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All letters. */
@ApplicationScoped
public class Letters {

    private final EntityManager entityManager;

    Letters(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void persist(Letter letter) {
        entityManager.persist(letter);
    }

    /** In the order of their ids, in which all lock them: the oldest first. */
    List<Letter> findAndLock(Collection<UUID> ids) {
        return entityManager
                .createQuery("from Letter where id in :ids order by id", Letter.class)
                .setParameter("ids", ids)
                .setLockMode(PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** What has become of these letters; ids that are no letter's are left out. */
    public Map<UUID, Delivery> deliveries(Collection<UUID> letterIds) {
        return entityManager
                .createQuery("from Letter where id in :ids", Letter.class)
                .setParameter("ids", letterIds)
                .getResultStream()
                .collect(Collectors.toMap(Letter::id, Letter::delivery));
    }

    /** The same, with what the mail server answered. */
    public Map<UUID, DeliveryReport> reports(Collection<UUID> letterIds) {
        return entityManager
                .createQuery("from Letter where id in :ids", Letter.class)
                .setParameter("ids", letterIds)
                .getResultStream()
                .collect(Collectors.toMap(Letter::id, Letter::report));
    }

    /** That a letter came back. Empty if there is no such letter to this recipient. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<NotedBounce> noteBounce(UUID id, EmailAddress recipient, Bounce bounce) {
        return findAndLock(List.of(id)).stream()
                .filter(letter -> letter.isTo(recipient))
                .map(letter -> new NotedBounce(letter.clinicId(), letter.recipient(), letter.bounce(bounce)))
                .findFirst();
    }

    /** How many letters wait to be sent, and since when the first of them does. */
    @Transactional
    public LetterQueue waiting() {
        return entityManager
                .createQuery(
                        "select count(*), min(queuedAt) from Letter where delivery.status = QUEUED", LetterQueue.class)
                .getSingleResult();
    }

    /** @param isNews it was not known before, or not that it was for good */
    public record NotedBounce(UUID clinicId, EmailAddress recipient, boolean isNews) {}

    /** Whether the mail server is down, or slower than what is queued: more letters than one conversation takes wait since then. */
    @Transactional
    public boolean isBehind(Instant since) {
        return entityManager
                        .createQuery(
                                "select 1 from Letter where delivery.status = QUEUED and queuedAt < :since",
                                Integer.class)
                        .setParameter("since", since)
                        .setMaxResults(Conversations.MOST_LETTERS)
                        .getResultList()
                        .size()
                == Conversations.MOST_LETTERS;
    }

    public record LetterQueue(long letters, @Nullable Instant since) {}
}
