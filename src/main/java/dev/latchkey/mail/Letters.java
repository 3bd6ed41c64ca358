package dev.latchkey.mail;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static jakarta.transaction.Transactional.TxType.MANDATORY;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Ids;
import dev.latchkey.work.BackgroundWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All letters, and the one way to send one. */
@ApplicationScoped
public class Letters {

    private final EntityManager entityManager;
    private final Envelope envelope;
    private final BackgroundWork work;
    private final SendingLetters sending;
    private final Clock clock;

    Letters(EntityManager entityManager, Envelope envelope, BackgroundWork work, SendingLetters sending, Clock clock) {
        this.entityManager = entityManager;
        this.envelope = envelope;
        this.work = work;
        this.sending = sending;
        this.clock = clock;
    }

    /** Queues a letter in the caller's transaction: it is sent soon after the commit, and never without it. */
    @Transactional(MANDATORY)
    public UUID queue(UUID clinicId, EmailAddress recipient, LetterContent content) {
        var letter = new Letter(
                Ids.next(),
                clinicId,
                content.kind(),
                recipient,
                envelope.seal(content),
                content.usefulUntil().orElse(null),
                clock.instant());
        entityManager.persist(letter);
        work.schedule(sending, letter.id());
        return letter.id();
    }

    /** Keeps a letter from being sent that its cause has overtaken. One that is out or on its way cannot be called back. */
    @Transactional(MANDATORY)
    public void withdraw(UUID letterId) {
        findAndLock(letterId).ifPresent(Letter::withdraw);
    }

    /** What has become of these letters; ids that are no letter's are left out. */
    public Map<UUID, Delivery> deliveries(Collection<UUID> letterIds) {
        return entityManager
                .createQuery("from Letter where id in :ids", Letter.class)
                .setParameter("ids", letterIds)
                .getResultStream()
                .collect(Collectors.toMap(Letter::id, Letter::delivery));
    }

    Optional<Letter> findAndLock(UUID id) {
        return Optional.ofNullable(entityManager.find(Letter.class, id, PESSIMISTIC_WRITE));
    }
}
