package dev.latchkey.mail;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static jakarta.transaction.Transactional.TxType.MANDATORY;

import dev.latchkey.jobs.BackgroundWork;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All letters, and the one way to send one. */
@ApplicationScoped
public class Letters {

    private final EntityManager entityManager;
    private final SealedLetterContent sealedContent;
    private final LetterBudget budget;
    private final BackgroundWork work;
    private final SendingLetters sending;
    private final Event<LetterFinished> finished;
    private final Clock clock;

    Letters(
            EntityManager entityManager,
            SealedLetterContent sealedContent,
            LetterBudget budget,
            BackgroundWork work,
            SendingLetters sending,
            Event<LetterFinished> finished,
            Clock clock) {
        this.entityManager = entityManager;
        this.sealedContent = sealedContent;
        this.budget = budget;
        this.work = work;
        this.sending = sending;
        this.finished = finished;
        this.clock = clock;
    }

    /**
     * Queues a letter in the caller's transaction: it is sent soon after the commit, and never without it. Refuses, and with it what the
     * letter is about, where there were too many.
     */
    @Transactional(MANDATORY)
    public UUID queue(UUID clinicId, EmailAddress recipient, LetterContent content) {
        budget.spend(clinicId, recipient, content);
        return add(clinicId, recipient, content);
    }

    /** The same for a letter that only tells what has happened: it refuses nothing, and is left out where there were too many. */
    @Transactional(MANDATORY)
    public void queueNotice(UUID clinicId, EmailAddress recipient, LetterContent content) {
        if (budget.trySpendNotice(recipient)) {
            add(clinicId, recipient, content);
        }
    }

    private UUID add(UUID clinicId, EmailAddress recipient, LetterContent content) {
        var letter = new Letter(
                Ids.next(),
                clinicId,
                content.kind(),
                recipient,
                sealedContent.seal(content),
                content.usefulUntil().orElse(null),
                clock.instant());
        entityManager.persist(letter);
        work.schedule(sending, letter.id());
        return letter.id();
    }

    /** Keeps a letter from being sent that its cause has overtaken. One that is out or on its way cannot be called back. */
    @Transactional(MANDATORY)
    public void withdraw(UUID letterId) {
        findAndLock(letterId).filter(Letter::isQueued).ifPresent(letter -> {
            letter.withdraw();
            finished.fire(new LetterFinished(LetterStatus.WITHDRAWN));
        });
    }

    /** What has become of these letters; ids that are no letter's are left out. */
    public Map<UUID, Delivery> deliveries(Collection<UUID> letterIds) {
        return entityManager
                .createQuery("from Letter where id in :ids", Letter.class)
                .setParameter("ids", letterIds)
                .getResultStream()
                .collect(Collectors.toMap(Letter::id, Letter::delivery));
    }

    /** How many letters wait to be sent, and since when the first of them does. */
    @Transactional
    public LetterQueue waiting() {
        return entityManager
                .createQuery("select count(*), min(queuedAt) from Letter where status = QUEUED", LetterQueue.class)
                .getSingleResult();
    }

    public record LetterQueue(long letters, @Nullable Instant since) {}

    Optional<Letter> findAndLock(UUID id) {
        return Optional.ofNullable(entityManager.find(Letter.class, id, PESSIMISTIC_WRITE));
    }

    /** Forgets the letters that are not to be sent any more. The links and resets that name them are forgotten before them. */
    @ApplicationScoped
    static class OldLetters implements dev.latchkey.jobs.Retention {

        private final EntityManager entityManager;

        OldLetters(EntityManager entityManager) {
            this.entityManager = entityManager;
        }

        /** A letter is made a moment before what names it. */
        @Override
        public java.time.Duration extra() {
            return java.time.Duration.ofHours(1);
        }

        @Override
        public int forget(Instant before, int atMost) {
            return entityManager
                    .createNativeQuery("""
                            delete from letter where id in (
                              select id from letter where id < ?1 and status <> 'queued' order by id limit ?2)
                            """)
                    .setParameter(1, dev.latchkey.kernel.Ids.firstAt(before))
                    .setParameter(2, atMost)
                    .executeUpdate();
        }
    }
}
